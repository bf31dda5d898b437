import { strings } from '../../strings.ts';

/** As the service has it; a key file has some 2,300 bytes. */
export const mostBytes = 16 * 1024;

const signatures: [kind: 'pdf' | 'image' | 'archive', bytes: number[]][] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['archive', [0x50, 0x4b, 0x03, 0x04]],
];

/** What can be told of a file without sending it anywhere; undefined where the service has to look at it. */
export async function wrongWith(files: readonly File[]): Promise<string | undefined> {
  const words = strings.draft.key.wrong;
  const [file] = files;
  if (!file) return words.none;
  if (files.length > 1) return words.several(files.length);
  const head = await file
    .slice(0, 4)
    .arrayBuffer()
    .catch(() => undefined);
  if (!head) return words.unreadable;
  const begins = new Uint8Array(head);
  const kind = signatures.find(([, bytes]) => bytes.every((byte, at) => begins[at] === byte))?.[0];
  if (kind) return words[kind];
  return file.size > mostBytes ? words.tooLarge(file.size) : undefined;
}

/** What was dropped: a folder looks like a file until it is read. */
export function droppedIn({ dataTransfer }: DragEvent): { files: File[]; folder: boolean } {
  const items = [...(dataTransfer?.items ?? [])];
  return {
    files: [...(dataTransfer?.files ?? [])],
    folder: items.some((item) => item.webkitGetAsEntry()?.isDirectory === true),
  };
}

/** Something else on the clipboard, a password perhaps, goes nowhere. */
export const looksLikeKey = (text: string): boolean =>
  /^\s*[{"“]|private_key|-----BEGIN|^[A-Za-z0-9+/=\s]{1000,}$/.test(text);
