/** The unique contact field with which the good sample key passes. */
export const subscribersEmail = {
  dataset: 'crm',
  table: 'subscribers',
  column: 'email',
  contactKey: { type: 'email' },
};
