import { generateKeyPair, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { sampleKeys } from '../sample-keys.ts';

export interface RingKey {
  keyId: string;
  /** PKCS #8, PEM. */
  privateKey: string;
}

/** By the name of its file: the key, and the one that stands in its place where it is told that it changed. */
export type KeyRing = ReadonlyMap<string, { key: RingKey; successor: RingKey }>;

const ringKey = z.object({ keyId: z.string(), privateKey: z.string() });
const kept = z.record(z.string(), z.object({ key: ringKey, successor: ringKey }));

const generate = promisify(generateKeyPair);

/** The keys of the sample accounts: made on this machine on the first start, the same on the next ones. */
export async function keyRing(stateFolder: string): Promise<KeyRing> {
  const path = join(stateFolder, 'sandbox-keys.json');
  const known = await readRing(path);
  const missing = sampleKeys.filter(({ file }) => known[file] === undefined);
  if (missing.length > 0) {
    // One pair of keys is enough for who only has to be another key than that of the file.
    const successor = await newKey();
    const made = await Promise.all(
      missing.map(async ({ file }) => [file, { key: await newKey(), successor }] as const),
    );
    for (const [file, keys] of made) known[file] = keys;
    await mkdir(stateFolder, { recursive: true, mode: 0o700 });
    await writeFile(path, JSON.stringify(known), { mode: 0o600 });
  }
  return new Map(Object.entries(known));
}

async function readRing(path: string): Promise<z.infer<typeof kept>> {
  try {
    return kept.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new Error(
      `The sample keys in ${path} cannot be read; remove that file, and the next start makes new ones.`,
      { cause: error },
    );
  }
}

async function newKey(): Promise<RingKey> {
  const { privateKey } = await generate('rsa', { modulusLength: 2048, publicExponent: 65537 });
  return {
    keyId: randomBytes(20).toString('hex'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}
