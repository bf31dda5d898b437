import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import cases from '../service/attacks/attacks.json' with { type: 'json' };
import { afterwards } from '../service/attacks/scenes/afterwards.ts';
import { scenes } from '../service/attacks/scenes/scenes.ts';
import { attacks } from '../service/attacks/table.ts';
import { moreAttacks } from '../service/attacks/more-attacks.ts';
import { threats } from './threats.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const page = read('docs/security.md');

interface Entry {
  number: number;
  title: string;
  words: string;
  code: string[];
  tests: { file: string; title: string }[];
}

const entries = page
  .split(/^### /m)
  .slice(1)
  .map((text): Entry => {
    const [heading = '', ...rest] = (text.split(/^## /m)[0] ?? '').split('\n');
    const [, number, title = ''] = /^(\d+)\. (.+)$/.exec(heading) ?? [];
    const body = rest.join('\n');
    const code = /^- Code: ([^]*?)$/m.exec(body)?.[1] ?? '';
    return {
      number: Number(number),
      title,
      words: (body.split(/^- /m)[0] ?? '').trim(),
      code: [...code.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file),
      tests: [...body.matchAll(/^- Test: `([^`]+)` “(.+)”$/gm)].map(([, file = '', told = '']) => ({
        file,
        title: told,
      })),
    };
  });

test('every threat has its number here, in order and without a gap, under its name', () => {
  expect(entries.map(({ number, title }) => `${String(number)}. ${title}`)).toEqual(
    threats.map((title, at) => `${String(at + 1)}. ${title}`),
  );
});

describe.each(entries)('THREATS $number: $title', ({ number, words, code, tests }) => {
  test('is told in a sentence, and where it is enforced and tried', () => {
    expect(words).toMatch(/^[A-Z`“][^]{20,}\.$/);
    expect(code.length).toBeGreaterThan(0);
    expect(code.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    expect(code.filter((file) => file.startsWith('test/'))).toEqual([]);
    expect(tests.length).toBeGreaterThan(0);
  });

  test.each(tests)('$file has “$title”', ({ file, title }) => {
    if (!file.endsWith('attacks.json')) expect(read(file)).toContain(title);
    else expect(cases.find(({ id }) => id === title)).toMatchObject({ threat: number });
  });

  test('has a test that is named after it', () => {
    const attacked = [...cases, ...moreAttacks].some(({ threat }) => threat === number);
    const named = tests.some(({ title }) =>
      (/THREATS? ([\d, and]+)/.exec(title)?.[1] ?? '').split(/\D+/).includes(String(number)),
    );
    expect(attacked || named).toBe(true);
  });
});

test('whatever a case of the table wants beyond its answers is looked at', () => {
  const unseen = attacks.filter(
    ({ id, method, expect: { other, status } }) =>
      other !== undefined &&
      !(id in scenes) &&
      !(id in afterwards) &&
      // Where nothing may succeed, and where something is only asked for, connectorA is compared after each.
      Math.min(...status) < 300 &&
      method !== 'GET',
  );
  expect(unseen.map(({ id }) => id)).toEqual([]);
});

test('whoever names a threat in a test means one that there is', () => {
  const named = entries.flatMap(({ tests }) => tests.map(({ title }) => title)).join('\n');
  for (const [, numbers = ''] of named.matchAll(/THREATS? ([\d, and]+)/g))
    for (const number of numbers.split(/\D+/).filter((each) => each !== ''))
      expect(Number(number)).toBeLessThanOrEqual(threats.length);
});
