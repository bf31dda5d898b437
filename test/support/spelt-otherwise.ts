const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The same bytes in another spelling, as Node's decoder takes it: the last sign has bits to spare that it does not look at. */
export function speltOtherwise(base64url: string): string {
  const other = alphabet[alphabet.indexOf(base64url.slice(-1)) ^ 1] ?? '';
  return base64url.slice(0, -1) + other;
}
