import { expect } from 'vitest';
import type { Answered } from './send.ts';
import type { Stage } from './stage.ts';
import { type Expected, filled, type Words } from './table.ts';

const neverAnswered = [
  'BEGIN PRIVATE KEY',
  'BEGIN RSA PRIVATE KEY',
  'node_modules',
  '    at ',
  'ya29.',
];
const neverLogged = ['BEGIN PRIVATE KEY', 'node:internal'];

/** What every attack's answer has to be, beside what the table wants of it. */
export function judge(
  { target, known }: Stage,
  wanted: Expected,
  answer: Answered,
  words: Words,
): void {
  const { status, headers, text, ms } = answer;
  expect(wanted.status, text.slice(0, 300)).toContain(status);
  expect(ms).toBeLessThan(wanted.maxMs ?? 30_000);
  if (headers['content-type'] !== undefined && wanted.contentType !== undefined) {
    const types = wanted.contentType.split(' or ');
    expect(types.some((type) => headers['content-type']?.startsWith(type))).toBe(true);
  }
  for (const part of wanted.bodyMustContain ?? []) expect(text).toContain(filled(part, words));
  const mark = words.MARK ?? '';
  for (const part of [...neverAnswered, mark, ...(wanted.bodyMustNotContain ?? [])])
    expect(text).not.toContain(filled(part, words));
  // A defect of ours is told by its stack; whose message is printed is somebody else's error.
  const log = target
    .log()
    .split('\n')
    .filter((line) => !line.includes('"message":"defect"'))
    .join('\n');
  for (const part of [...neverLogged, mark, ...(wanted.logMustNotContain ?? [])])
    expect(log).not.toContain(filled(part, words));
  for (const token of Object.values(known.tokens)) expect(log).not.toContain(token);
  judgeHeaders(wanted, answer, words);
}

function judgeHeaders(
  { headersMust = {}, headersMustNotContain = [] }: Expected,
  { status, headers }: Answered,
  { allowedOrigin = '' }: Words,
): void {
  if (status >= 400 && headers['content-type'] !== undefined) {
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
  if (headersMust['www-authenticate'] !== undefined)
    expect(headers['www-authenticate']).toMatch(/^Bearer/);
  if (headersMust['cache-control'] !== undefined)
    expect(headers['cache-control']).toContain('no-store');
  if (headersMust['x-content-type-options'] !== undefined)
    expect(headers['x-content-type-options']).toBe('nosniff');
  for (const part of headersMustNotContain) expect(JSON.stringify(headers)).not.toContain(part);
  const allowed = headers['access-control-allow-origin'];
  if (headersMust['access-control-allow-origin'] !== undefined) {
    expect(allowed).toBe(allowedOrigin);
    expect(headers.vary).toContain('Origin');
  }
  if (allowed !== undefined) expect(allowed).toBe(allowedOrigin);
  expect(headers['access-control-allow-credentials']).toBeUndefined();
}
