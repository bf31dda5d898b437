/**
 * A JSON string, to its closing quote or else to the end of the text: where a search for the closing quote failed, it
 * would be made again from every quote, and 16 KiB of quotes take a second.
 */
export const jsonString = '"(?:[^"\\\\]|\\\\.)*(?:"|\\\\?$)';
