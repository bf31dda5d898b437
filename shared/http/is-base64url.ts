/**
 * Whether a text is the one spelling of its bytes (RFC 4648, 3.5 and 5): Node's decoder takes padding, the other alphabet, and
 * any value of the bits that the last sign has to spare, so that one token would have several texts.
 */
export function isBase64url(text: string): boolean {
  return Buffer.from(text, 'base64url').toString('base64url') === text;
}
