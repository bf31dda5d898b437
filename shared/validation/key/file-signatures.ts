/** Kinds of file that are no text, by their first bytes. */
const signatures: [kind: string, bytes: number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['pdf', [...Buffer.from('%PDF')]],
  ['image', [0x89, ...Buffer.from('PNG')]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [...Buffer.from('GIF8')]],
  ['office', [0xd0, 0xcf, 0x11, 0xe0]],
  ['zip', [0x1f, 0x8b]],
  ['java-key-store', [0xfe, 0xed, 0xfe, 0xed]],
];

/** The word for a file that can be told by its first bytes. */
export function signatureOf(file: Uint8Array): string | undefined {
  if (isDer(file)) return 'pkcs12';
  return signatures.find(([, bytes]) => bytes.every((byte, index) => file[index] === byte))?.[0];
}

/** A PKCS#12 file is a DER sequence (RFC 7292 §4): a long-form length right after the tag. */
function isDer([tag, length]: Uint8Array): boolean {
  return tag === 0x30 && length !== undefined && length >= 0x81 && length <= 0x84;
}
