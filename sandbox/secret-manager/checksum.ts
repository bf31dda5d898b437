/** CRC-32C (Castagnoli), a bit at a time: slow, short, and nothing that the service itself computes with. */
export function checksum(data: Uint8Array): string {
  let remainder = 0xffffffff;
  for (const byte of data) {
    remainder ^= byte;
    for (let bit = 0; bit < 8; bit += 1) {
      remainder = (remainder >>> 1) ^ (remainder & 1 ? 0x82f63b78 : 0);
    }
  }
  return String((remainder ^ 0xffffffff) >>> 0);
}
