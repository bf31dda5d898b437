import { expect } from 'vitest';
import { type MoreAttack, tryFile } from './trying.ts';

const mostBytes = 16_384;
const fill = (begin: string, unit: string, end = ''): string => {
  const room = mostBytes - begin.length - end.length;
  return begin + unit.repeat(Math.floor(room / unit.length)) + end;
};

/** What a careless pattern, or a careless loop, goes over again and again. */
const hostile: Record<string, (good: string) => string> = {
  'words before what is none': () => fill('{', 'a', '!'),
  'numbers before what is none': () => fill('{"a":', '1', ' !'),
  'words after a cut-off file': (good) => fill(good.trim().slice(0, -1), 'a', '!'),
  'blanks before a letter': () => fill('{', ' ', 'a'),
  'line ends before a letter': () => fill('{"a":"', '\r\n', 'a'),
  'backslashes in a string that is open': () => fill('{"a":"', '\\', 'u12'),
  'backslashes in a string that is closed': () => fill('{"a":"', '\\\\', '"'),
  quotes: () => fill('{', '"'),
  'open braces': () => fill('', '{'),
  'open brackets in a member': () => fill('{"a":', '['),
  'closed and open braces': () => fill('{', '}{'),
  'members without an end': () => fill('{', '"a":1,'),
  'strings in strings': () => fill('"', '\\"{'),
  dashes: () => fill('', '-'),
  'begins of PEM': () => fill('', '-----BEGIN PRIVATE KEY-----\n'),
  'begins of PEM in a member': (good) =>
    good.replace(/-----BEGIN[^"]*/, () =>
      fill('', '-----BEGIN PRIVATE KEY-----\\n').slice(0, 14_000),
    ),
  'a key of blanks': (good) => good.replace(/(?<=KEY-----)[^"]*/, () => '\\n '.repeat(4_500)),
  'base64 without an end': () => fill('', 'A', '!'),
  'base64 of braces': () => Buffer.from('{'.repeat(12_000)).toString('base64'),
  'an e-mail of dots': (good) =>
    good.replace(/"client_email":\s*"[^"]*"/, () => `"client_email":"${'a.'.repeat(6_500)}@"`),
};
const rounds = 3;
/** The good one is signed and verified with; what is refused has no business to cost much more. */
const ratio = 10;
/** Below that nothing is told from a busy machine. */
const floorMs = 100;

export const hostileFiles: MoreAttack[] = [
  {
    threat: 38,
    title: 'no key file of 16 KiB is read for much longer than a good one',
    async run(stage) {
      const good = stage.target.keyFile('good.json').toString();
      const fastest = async (file: string): Promise<number> => {
        const took: number[] = [];
        for (let round = 0; round < rounds; round += 1) took.push((await tryFile(stage, file)).ms);
        return Math.min(...took);
      };
      const usual = Math.max(floorMs, ratio * (await fastest(good)));
      const slow: [string, number][] = [];
      for (const [what, fileOf] of Object.entries(hostile)) {
        const file = fileOf(good);
        expect(file.length, what).toBeLessThanOrEqual(mostBytes);
        const ms = await fastest(file);
        if (ms > usual) slow.push([what, Math.round(ms)]);
      }
      expect(slow).toEqual([]);
    },
  },
];
