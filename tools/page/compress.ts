import { brotliCompressSync, constants } from 'node:zlib';
import { gzipSync } from 'fflate';

/** Below that, compressing saves less than a packet. */
const smallest = 500;

/** Files, and beside each the same compressed: the same bytes on every machine, which Node's own gzip does not promise. */
export function compress(files: Map<string, Uint8Array>): Map<string, Uint8Array> {
  const all = [...files].flatMap(([path, plain]): [string, Uint8Array][] => {
    if (plain.length < smallest) return [[path, plain]];
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
    return [
      [path, plain],
      [`${path}.br`, brotliCompressSync(plain, { params })],
      [`${path}.gz`, gzipSync(plain, { level: 9, mtime: 0 })],
    ];
  });
  return new Map(all);
}
