import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { archive, zipName } from './archive.ts';
import { bundleFunction } from './bundle-function.ts';
import { filesBeside } from './files-beside.ts';
import { licencesOf } from './licences-of.ts';
import { manifestOf } from './manifest-of.ts';
import { sbomOf } from './sbom-of.ts';
import { strangersIn } from './strangers-in.ts';

export interface WrittenFunction {
  name: string;
  codeBytes: number;
  zipBytes: number;
  /** The archive's name tells its content: `<name>-<first 16 hex digits of its SHA-256>.zip`. */
  zip: string;
}

const deployed = join(import.meta.dirname, 'deployed');

/** One function as a folder that can be deployed, the same as a zip, what is in it, and a source map for the stacks in its log. */
export async function writeFunction(name: string, dist: string): Promise<WrittenFunction> {
  const { code, sourceMap, inputs } = await bundleFunction(name);
  const strangers = strangersIn(name, inputs);
  if (strangers.length > 0) {
    throw new Error(`The bundle of ${name} holds what is not its own: ${strangers.join(', ')}.`);
  }
  const beside = await filesBeside(name);
  const allInputs = [...inputs, ...beside.inputs];
  const files = new Map<string, Uint8Array>([
    ['function.cjs', code],
    ['index.cjs', await readFile(join(deployed, 'index.cjs'))],
    ['warm-up.cjs', await readFile(join(deployed, 'warm-up.cjs'))],
    ['LICENCES.txt', Buffer.from(licencesOf(allInputs))],
    ...[...manifestOf(name)].map(([path, text]) => [path, Buffer.from(text)] as const),
    ...beside.files,
  ]);
  const { bytes, hash } = archive(files);
  const zip = zipName(name, hash);
  rmSync(join(dist, name), { recursive: true, force: true });
  for (const [path, contents] of files) write(join(dist, name, path), contents);
  write(join(dist, zip), bytes);
  const sbom = Buffer.from(sbomOf({ name, hash, inputs: allInputs }));
  write(join(dist, 'sbom', `${name}-${hash.slice(0, 16)}.cdx.json`), sbom);
  write(join(dist, 'source-maps', `${name}-${hash.slice(0, 16)}.map`), sourceMap);
  return { name, codeBytes: code.length, zipBytes: bytes.length, zip };
}

function write(path: string, contents: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
}
