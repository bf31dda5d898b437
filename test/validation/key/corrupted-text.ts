import fc from 'fast-check';
import { keyFile } from '../../support/make-key.ts';
import type { Corrupted } from './corrupted.ts';
import { good, permitted, text } from './regions-of-a-key.ts';

const place = fc.nat(good.length - 1);
const byte = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0x20, max: 0x7e }) },
  { weight: 1, arbitrary: fc.nat(255) },
);
const body = text.indexOf('KEY-----') + 'KEY-----'.length;
const inPrivateKey = fc.integer({ min: body, max: text.indexOf('-----END') - 1 });
const base64 = fc.constantFrom(
  ...Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'),
);

function at(index: number, removed: number, ...added: number[]): Corrupted {
  const before = good.subarray(0, index);
  const file = Buffer.concat([before, Buffer.from(added), good.subarray(index + removed)]);
  const from = text.lastIndexOf('\n', index - 1) + 1;
  const changed = [...added, ...good.subarray(index, index + removed)];
  const { causes, ...more } = permitted(index, removed, changed);
  const wrong = isOfTheKey(index, changed) ? wrongCounts(added.length - removed) : [];
  return { file, from, ...more, causes: causes.filter((cause) => !wrong.includes(cause)) };
}

/** A character of base64 for another, within the private key and not in an escape. */
function isOfTheKey(index: number, changed: number[]): boolean {
  const within = index > body + 2 && index < text.indexOf('-----END') - 4;
  const base64 = changed.every((byte) => /[A-Za-z0-9+/]/.test(String.fromCharCode(byte)));
  return within && base64 && !text.slice(index - 1, index + 2).includes('\\');
}

/** As many as before cannot be too few. */
function wrongCounts(more: number): string[] {
  const counts = [more >= 0 && 'A4 characters-missing', more <= 0 && 'A4 characters-added'];
  return counts.filter((cause) => cause !== false);
}

const lines = text.trimEnd().split('\n');
const line = fc.nat(lines.length - 1);
const isBrace = (index: number) => index === 0 || index === lines.length - 1;
const isLastMember = (index: number) => index === lines.length - 2;
const joined = (changed: string[]) => Buffer.from(`${changed.join('\n')}\n`);

function withoutLine(index: number): Corrupted {
  const file = joined(lines.toSpliced(index, 1));
  const member = Object.keys(keyFile())[index - 1] ?? '';
  if (isBrace(index)) return { file, causes: ['A1 missing-braces-repaired'], least: 'warning' };
  if (isLastMember(index))
    return { file, causes: ['A1 trailing-comma-repaired'], least: 'warning' };
  if (member === 'type') return { file, causes: ['A2 type-missing'], least: 'failed' };
  return /^(?:project_id|private_key_id|private_key|client_email)$/.test(member)
    ? { file, causes: ['A3 field-missing'], least: 'failed', member }
    : { file, causes: [] };
}

function lineTwice(index: number): Corrupted {
  const file = joined(lines.toSpliced(index, 0, lines[index] ?? ''));
  if (isBrace(index)) return { file, causes: ['A1 text-around-repaired'], least: 'warning' };
  const causes = ['A1 duplicate-member', ...(isLastMember(index) ? ['A1 not-json'] : [])];
  return { file, causes, least: 'failed' };
}

/** What happens to characters and lines, whatever they mean. */
export const corruptedText: Record<string, fc.Arbitrary<Corrupted>> = {
  'a character is lost': place.map((index) => at(index, 1)),
  'a character comes in': fc.tuple(place, byte).map(([index, added]) => at(index, 0, added)),
  'a character is changed': fc.tuple(place, byte).map(([index, changed]) => at(index, 1, changed)),
  'a character of the private key is changed': fc
    .tuple(inPrivateKey, base64)
    .map(([index, changed]) => at(index, 1, changed)),
  'two characters change places': fc
    .nat(good.length - 2)
    .map((index) => at(index, 2, good[index + 1] ?? 0, good[index] ?? 0)),
  'a letter changes its case': place
    .filter((index) => /[a-z]/i.test(text[index] ?? ''))
    .map((index) => at(index, 1, (good[index] ?? 0) ^ 0x20)),
  'a line is lost': line.map(withoutLine),
  'a line is there twice': line.map(lineTwice),
};
