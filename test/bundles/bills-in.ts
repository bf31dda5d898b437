import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Sbom } from '../structure/supply-chain/sbom.ts';

interface Bill {
  file: string;
  text: string;
  /** The name of the archive of which it is. */
  archive: string;
}

/** The bills of materials in a build, each held to the archive whose hash it names. */
export function billsIn(dist: string): Bill[] {
  return readdirSync(join(dist, 'sbom')).map((file) => {
    const text = readFileSync(join(dist, 'sbom', file), 'utf8');
    const { component } = (JSON.parse(text) as Sbom).metadata;
    const hash = component.hashes[0]?.content ?? '';
    const zip = readFileSync(join(dist, `${component.name}-${hash.slice(0, 16)}.zip`));
    expect(createHash('sha256').update(zip).digest('hex')).toBe(hash);
    return { file, text, archive: `${component.name}-${hash.slice(0, 16)}` };
  });
}
