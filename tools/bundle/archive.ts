import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';

export interface Archive {
  bytes: Uint8Array;
  /** SHA-256 of the bytes, in hex. */
  hash: string;
}

/** The least that a zip can say. The same files give the same bytes, whenever and wherever. */
const always = new Date(1980, 0, 1);

/** The files of a folder, by their paths in it, as one zip. */
export function archive(files: Map<string, Uint8Array>): Archive {
  const sorted = [...files].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const bytes = zipSync(Object.fromEntries(sorted), { level: 9, mtime: always, os: 3 });
  return { bytes, hash: createHash('sha256').update(bytes).digest('hex') };
}

/** An archive's name tells its content. Terraform finds it by this name, and holds the content to it. */
export function zipName(name: string, hash: string): string {
  return `${name}-${hash.slice(0, 16)}.zip`;
}
