/** What clients tell Google of the transport below them. */
export const version = '0.0.0-lean';
