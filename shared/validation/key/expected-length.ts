/** A PKCS #8 key of RSA holds its length three times (RFC 5208 §5, RFC 8017 §A.1.2), 22 and 4 bytes apart. */
const between = [22, 4] as const;

/**
 * How many characters of base64 a private key has by its own account; only where two of its lengths agree, so that a
 * damaged length is not taken for lost characters.
 */
export function expectedLength(body: string): number | undefined {
  const der = Buffer.from(body.slice(0, 64), 'base64');
  if (der.length < 30) return undefined;
  const [outer, wrapped, key] = [2, 24, 28].map((offset) => der.readUInt16BE(offset));
  if (outer === undefined || wrapped === undefined || key === undefined) return undefined;
  const agreed = outer - wrapped === between[0] && wrapped - key === between[1];
  return agreed ? Math.ceil(((outer + 4) * 4) / 3) : undefined;
}
