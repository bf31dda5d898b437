/** The account whose key works, and with whom the events team shares its sheet. */
export const goodAccount = 'reader@acme-analytics.iam.gserviceaccount.com';
