import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Manifest {
  name: string;
  version: string;
  license?: string;
}

/** The licences of the packages in a bundle, as most of them ask: each with its name, its version and its text. */
export function licencesOf(inputs: string[]): string {
  const folders = new Set(inputs.map(packageFolder).filter((folder) => folder !== undefined));
  return [...folders].toSorted().map(licenceOf).join('\n\n');
}

/** `node_modules/a/node_modules/@b/c/index.js` → `node_modules/a/node_modules/@b/c` */
export function packageFolder(path: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path.replace(/^[\w-]+:/, ''))?.[0];
}

function licenceOf(folder: string): string {
  const { name, version, license } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as Manifest;
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
  const notice = existsSync(join(folder, 'NOTICE'))
    ? `\n\n${readFileSync(join(folder, 'NOTICE'), 'utf8').trim()}`
    : '';
  const heading = `${name} ${version} (${license ?? 'no licence named'})`;
  return `${heading}\n${'='.repeat(heading.length)}\n${text}${notice}`;
}
