import { expect } from 'vitest';
import type { Stage } from '../stage.ts';
import { type MoreAttack, refusedEach, tryAt, tryJson } from './trying.ts';

async function save(stage: Stage, name: string, validationId: string) {
  return tryJson(stage, 'save-connector', JSON.stringify({ name, validationId }));
}

export const texts: MoreAttack[] = [
  {
    threat: 47,
    title: 'texts that are code elsewhere are kept as they are, and given back as JSON',
    async run(stage) {
      const names = [
        '"><svg/onload=alert(1)>',
        '</script><script>alert(1)</script>',
        'javascript:alert(1)//',
        '{{7*7}}${7*7}#{7*7}<%= 7*7 %>',
        "'; DROP TABLE connectors; --",
        "=cmd|' /C calc'!A1",
        '%0d%0aSet-Cookie: a=b',
        '[x](javascript:alert(1)) ![x](http://evil.example/x)',
      ];
      for (const name of names) {
        const { validationId } = await stage.known.freshValidation();
        const saved = await save(stage, name, validationId);
        expect([name, saved.status, saved.json.name]).toEqual([name, 201, name]);
        expect(saved.headers['content-type']).toBe('application/json; charset=utf-8');
        const path = `/${String(saved.json.connectorId)}`;
        const read = await tryAt(stage, 'list-connectors', {
          path,
          headers: { accept: 'text/html,application/xhtml+xml' },
        });
        expect([read.headers['content-type'], read.json.name]).toEqual([
          'application/json; charset=utf-8',
          name,
        ]);
        expect(read.headers['set-cookie']).toBeUndefined();
      }
    },
  },
  {
    threat: 51,
    title:
      'no name is invisible, breaks its line, or looks like another one by what cannot be seen',
    async run(stage) {
      const { nameA = '' } = stage.known.words;
      const unseen = [
        '\u034f', // combining grapheme joiner
        '\u115f', // Hangul fillers
        '\u1160',
        '\u3164',
        '\uffa0',
        '\u17b4', // Khmer inherent vowels
        '\u180b', // Mongolian variation selectors
        '\u2800', // the empty Braille pattern
        '\ufffc', // the place of an object that is not there
        '\uffff',
        '\u{1d159}', // the head of a note, empty
        '\u{13442}', // an Egyptian blank
        '\u{16fe4}', // a Khitan filler
        '\ufe0f', // variation selectors
        '\u{e0100}',
        '\u{e0041}', // a tag
        '\ufeff',
        '\u00ad',
      ];
      const blank = ['\u3000', '\u00a0\u00a0', '\u2003', '\u3164', '\u2800', '\ufe0f'];
      const broken = [
        'a\rb',
        'a\nb',
        'a\u2028b',
        'a\u0085b',
        'a\u001b[31mb',
        'a\0b',
        '\ud800',
        'a\udc00',
      ];
      const names = [
        ...unseen.map((sign) => `${nameA.slice(0, 3)}${sign}${nameA.slice(3)}`),
        ...blank,
        ...broken,
        nameA.replace(' ', '\u00a0'),
        nameA.replace('A', '\uff21'),
        `a${'\u0301'.repeat(50)}`,
        'x'.repeat(101),
      ];
      const { validationId } = await stage.known.freshValidation();
      await refusedEach(names, [400, 409], async (name) => {
        const answer = await save(stage, name, validationId);
        expect(['request-invalid', 'connector-name-taken', undefined]).toContain(answer.json.code);
        return answer;
      });
    },
  },
  {
    threat: 56,
    title: 'no header, path or parameter becomes a line, a severity or a trace of the log',
    async run(stage) {
      const entry = '{"severity":"EMERGENCY","message":"forged-by-attacker"}';
      const trace = 'f'.repeat(32);
      const headers = {
        'user-agent': entry,
        referer: entry,
        'x-forwarded-for': entry,
        'x-request-id': entry,
        traceparent: `00-${trace}-1111111111111111-01${entry}`,
        'x-cloud-trace-context': `${trace}/1;o=1${entry}`,
      };
      const path = `/${encodeURIComponent(`\n${entry}`)}?query=${encodeURIComponent(`\r\n${entry}`)}`;
      await tryAt(stage, 'list-connectors', { headers });
      await tryAt(stage, 'list-connectors', { headers, path });
      await tryAt(stage, 'list-connectors', {
        headers,
        path: `/?query=${encodeURIComponent(`\n${entry}`)}`,
      });
      await tryAt(stage, 'list-connectors', { method: 'PURGE', headers });
      const { instance } = (await tryAt(stage, 'list-connectors', { path: '/last' })).json;
      const last = String(instance).split(':').at(-1) ?? '';
      await expect.poll(() => stage.target.log()).toContain(last);
      expect(stage.target.log()).not.toContain('forged-by-attacker');
    },
  },
];
