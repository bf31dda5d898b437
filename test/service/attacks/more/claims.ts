import { expect } from 'vitest';
import { likeGenuine, opensNothing } from './like-genuine.ts';
import { type MoreAttack, refusedEach, tryAt } from './trying.ts';

const now = () => Math.floor(Date.now() / 1000);

export const claims: MoreAttack[] = [
  {
    threat: 4,
    title: 'a token lives from its birth to its end, which are numbers within a day',
    async run(stage) {
      const { own, without, raw, claims } = likeGenuine(stage);
      const twice = JSON.stringify({ ...claims, exp: 1 }).replace(/\}$/, ',"exp":4102444800}');
      await opensNothing(stage, [
        ...[1e300, -1, 0, '9999999999', null, [], { now: 1 }, true].map((exp) => own({ exp })),
        own({ exp: now() + 10 * 365 * 24 * 3600 }),
        own({ iat: now(), exp: now() + 24 * 3600 + 3600 }),
        own({ iat: now() + 365 * 24 * 3600, exp: now() + 366 * 24 * 3600 }),
        ...['now', null, [], 1e300].map((iat) => own({ iat })),
        ...[now() + 120, '0', [], 1e300].map((nbf) => own({ nbf })),
        own({ exp: now() - 31 - 5, iat: now() - 3600 }),
        without('iat'),
        without('sub'),
        raw(twice),
        raw(JSON.stringify(claims).replace(/"exp":\d+/, '"exp":1e999')),
      ]);
    },
  },
  {
    threat: 5,
    title: 'a claim of another shape is no workspace of anybody, and no role',
    async run(stage) {
      const { own, raw, claims } = likeGenuine(stage);
      const strange = ['a ', ' a', 'a\n', 'a/connectors', 'a%00', 'ａ', 'a\u0301', 'a\u200b', 'а'];
      const inherited = ['toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];
      const { workspace: _, role: __, ...rest } = claims;
      const text = JSON.stringify(rest).slice(0, -1);
      await opensNothing(
        stage,
        [
          ...[...strange, ...inherited, 'x'.repeat(65), 7, true, [['a']], { a: 'a' }].map(
            (workspace) => own({ workspace }),
          ),
          ...['EDITOR', 'editor ', 'editor\0', ['editor'], { editor: true }, 1, true].map((role) =>
            own({ role }),
          ),
          raw(`${text},"__proto__":{"workspace":"a","role":"editor"}}`),
          raw(`${text},"constructor":{"prototype":{"workspace":"a","role":"editor"}}}`),
        ],
        [401, 403],
      );
      const other = await tryAt(stage, 'list-connectors', { bearer: own({ workspace: 'A' }) });
      expect([other.status, other.json.connectors]).toEqual([200, []]); // not a's
    },
  },
  {
    threat: 6,
    title: 'a good token behind another door, or beside a second one, is no token',
    async run(stage) {
      const { editorA } = stage.known.tokens;
      const doors: Record<string, string | string[]>[] = [
        { 'x-serverless-authorization': `Bearer ${editorA}` },
        { 'x-authorization': `Bearer ${editorA}` },
        { 'proxy-authorization': `Bearer ${editorA}` },
        { cookie: `access_token=${editorA}; Authorization=${editorA}` },
        { authorization: editorA },
        { authorization: `Basic ${btoa(`editor:${editorA}`)}` },
        { authorization: `Token ${editorA}` },
        { authorization: `Bearer\t${editorA}` },
        { authorization: `Bearer ${editorA}, Bearer ${editorA}` },
        { authorization: `Bearer ${editorA},` },
        { authorization: `Bearer "${editorA}"` },
        { authorization: [`Bearer ${editorA}`, `Bearer ${editorA}`] },
      ];
      await refusedEach(doors, [400, 401], async (headers) =>
        tryAt(stage, 'list-connectors', { headers, bearer: undefined }),
      );
    },
  },
];
