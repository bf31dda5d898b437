/** NUMERIC and BIGNUMERIC travel as little-endian two's complement of the value times 10⁹ or 10³⁸. */
export const numericScale = 9;
export const bignumericScale = 38;

export function packDecimal(text: string, scale: number): Uint8Array {
  const [whole = '0', fraction = ''] = text.replace(/^[+-]/, '').split('.');
  const digits = BigInt(whole + fraction.slice(0, scale).padEnd(scale, '0'));
  let rest = text.startsWith('-') ? -digits : digits;
  const bytes: number[] = [];
  for (;;) {
    const byte = Number(BigInt.asUintN(8, rest));
    bytes.push(byte);
    rest >>= 8n;
    const done = byte < 0x80 ? rest === 0n : rest === -1n;
    if (done) return Uint8Array.from(bytes);
  }
}

export function unpackDecimal(bytes: Uint8Array, scale: number): string {
  let value = 0n;
  for (const byte of [...bytes].reverse()) value = (value << 8n) | BigInt(byte);
  value = BigInt.asIntN(bytes.length * 8, value);
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0');
  const fraction = digits.slice(-scale).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -scale)}${fraction && `.${fraction}`}`;
}
