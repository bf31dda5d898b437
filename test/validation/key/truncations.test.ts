import { describe, expect, test } from 'vitest';
import { readKeyFile } from '../../../shared/validation/key/read-key-file.ts';
import { keyFile, keyText, privateKeyPem } from '../../support/make-key.ts';

const indented = keyText();
const compact = JSON.stringify(keyFile());
const pem = privateKeyPem();
const layouts = [
  ['as downloaded', indented, 1],
  ['on one line', compact, 16],
] as const;

/** Which answer is given, and from which length to which. Within the private key, where all is alike, in steps. */
function answers(lengths: number, file: (length: number) => string, step = 1) {
  const found: [string, number, number][] = [];
  for (let length = 1; length <= lengths; length += 1) {
    if (length > 600 && length < 1_600 && length % step !== 0) continue;
    const { key, checks } = readKeyFile(Buffer.from(file(length)));
    const said = checks.filter(({ outcome }) => outcome === 'warning' || outcome === 'failed');
    const cause = `${key ? 'key' : 'refused'} ${said.at(-1)?.cause ?? ''}`.trim();
    if (cause === 'refused cut-off' && said[0]?.id === 'A1')
      expect(said[0].evidence).toEqual({ position: file(length).trimEnd().length });
    const last = found.at(-1);
    if (last?.[0] === cause) last[2] = length;
    else found.push([cause, length, length]);
  }
  return found;
}

describe.each(layouts)('a file %s', (_, text, step) => {
  const { length } = text.trimEnd();
  const older = text.search(/,\s*"universe_domain"/);

  test('is cut off wherever its end is lost, and says where; but for what older files do not have', () => {
    const whole = text.length > length ? [['key', length, text.length]] : [['key', length, length]];
    const lastMember = text.slice(0, length - 1).trimEnd().length;

    expect(answers(text.length, (end) => text.slice(0, end), step)).toEqual([
      ['refused cut-off', 1, older - 1],
      ['key missing-braces-repaired', older, older],
      ['refused cut-off', older + 1, lastMember - 1],
      ['key missing-braces-repaired', lastMember, length - 1],
      ...whole,
    ]);
  });

  test('has lost its beginning, or its type, wherever it begins later', () => {
    const found = answers(length, (left) => text.slice(length - left, length), step);

    const causes = [...new Set(found.map(([cause]) => cause))];
    expect(found.at(-1)).toEqual(['key', length, length]);
    expect(found.at(-2)?.[0]).toBe('key missing-braces-repaired');
    expect(found.at(-2)?.[1]).toBe(text.slice(1, length).trimStart().length);
    expect(causes.toSorted()).toEqual([
      'key',
      'key missing-braces-repaired',
      'refused beginning-lost',
      'refused type-missing',
    ]);
  });
});

describe('a private key', () => {
  const withKey = (privateKey: string) => keyText({ private_key: privateKey });
  const { length } = pem.trimEnd();

  test('is cut off wherever its end is lost; but for the last hyphens', () => {
    expect(answers(pem.length, (end) => withKey(pem.slice(0, end)))).toEqual([
      ['refused cut-off', 1, length - 5],
      ['key private-key-repaired', length - 4, length - 1],
      ['key', length, length + 1],
    ]);
  });

  test('lacks its first line wherever it begins within or after that', () => {
    const body = pem.indexOf('\n') + 1;
    const found = answers(pem.length - body, (left) => withKey(pem.slice(pem.length - left)));
    const causes = [...new Set(found.map(([cause]) => cause))];
    expect(causes).toEqual(['refused field-missing', 'refused cut-off', 'refused no-pem']);
  });
});
