import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packagesIn } from './packages-in.ts';
import { textsElsewhere } from './texts-elsewhere.ts';

interface Manifest {
  name: string;
  version: string;
  license?: string;
}

/** The licences of the packages in a bundle, as most of them ask: each with its name, its version and its text. */
export function licencesOf(inputs: string[]): string {
  return packagesIn(inputs).map(licenceOf).join('\n\n');
}

function licenceOf(folder: string): string {
  const { name, version, license } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as Manifest;
  const notice = existsSync(join(folder, 'NOTICE'))
    ? `\n\n${readFileSync(join(folder, 'NOTICE'), 'utf8').trim()}`
    : '';
  const heading = `${name} ${version} (${license ?? 'no licence named'})`;
  return `${heading}\n${'='.repeat(heading.length)}\n${textOf(name, folder)}${notice}`;
}

/** A licence without its text is not kept: refuses to build what would be given away like that. */
function textOf(name: string, folder: string): string {
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  if (file !== undefined) return readFileSync(join(folder, file), 'utf8').trim();
  const elsewhere = textsElsewhere[name];
  if (!elsewhere) {
    throw new Error(
      `${name} brings no text of its licence: find it in its repository and name it in tools/bundle/texts-elsewhere.ts.`,
    );
  }
  const text = readFileSync(elsewhere.file, 'utf8').trim();
  return elsewhere.copyright === undefined ? text : `${elsewhere.copyright}\n\n${text}`;
}
