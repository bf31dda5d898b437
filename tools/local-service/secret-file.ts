import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface SecretFile<Content> {
  path: string;
  make: () => Promise<string> | string;
  /** Throws on a text that is none of its own; the error is not shown, for it may quote the text. */
  read: (text: string) => Content;
}

/** What a file holds that only its owner may read; made on the first call. */
export async function secretFile<Content>({
  path,
  make,
  read,
}: SecretFile<Content>): Promise<Content> {
  const text = textOf(path) ?? (await newFile(path, make));
  try {
    return read(text);
  } catch {
    throw new Error(`${path} cannot be read; remove it, and the next start makes a new one.`);
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function newFile(path: string, make: () => Promise<string> | string): Promise<string> {
  const text = await make();
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, text, { mode: 0o600 });
  return text;
}
