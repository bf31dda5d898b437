import { expect } from 'vitest';
import { comparable } from '../scenes/after/of-strangers.ts';
import { asksNothing, type Stage } from '../stage.ts';
import { type MoreAttack, refusedEach, tryAt, tryJson } from './trying.ts';

/** Every call that takes an id, with an id of somebody. */
const ways = (ids: Record<'con' | 'key' | 'val' | 'etag', string>) =>
  [
    ['GET', 'browse-tables', `/?keyId=${ids.key}`],
    ['GET', 'browse-tables', `/?connectorId=${ids.con}`],
    ['POST', 'validate-connection', '/', { keyId: ids.key, purposes: ['import'] }],
    ['POST', 'validate-connection', '/', { connectorId: ids.con }],
    ['POST', 'save-connector', '/', { name: 'Mine', validationId: ids.val }],
    ['PUT', 'save-connector', `/${ids.con}`, { paused: false }],
    ['POST', 'save-connector', `/${ids.con}/roll-back`, undefined],
    ['GET', 'list-connectors', `/${ids.con}`],
    ['GET', 'list-connectors', `/${ids.con}/changes`],
    ['DELETE', 'delete-connector', `/${ids.con}`],
    ['POST', 'delete-connector', `/${ids.con}/restore`, undefined],
  ] as [string, string, string, object?][];

async function stranger(
  stage: Stage,
  [method, name, path, body]: ReturnType<typeof ways>[number],
  etag: string,
) {
  return tryAt(stage, name, {
    method,
    path,
    bearer: stage.known.tokens.editorB,
    headers: { 'if-match': etag, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
}

export const neighbours: MoreAttack[] = [
  {
    threat: 9,
    title: 'every call answers an id of another workspace as one that never was, byte for byte',
    async run(stage) {
      const { connectorA = '', keyA = '', validationA = '', etagA = '' } = stage.known.words;
      const theirs = { con: connectorA, key: keyA, val: validationA, etag: etagA };
      const never = '0'.repeat(26);
      const nobodys = {
        con: `con-${never}`,
        key: `key-${never}`,
        val: `val-${never}`,
        etag: etagA,
      };
      const before = await stage.known.connectorA();
      await asksNothing(stage, async () => {
        for (const [index, way] of ways(theirs).entries()) {
          const other = ways(nobodys)[index] ?? way;
          const foreign = await stranger(stage, way, etagA);
          expect(foreign.status, `${way[0]} ${way[2]}`).toBe(404);
          expect(comparable(foreign)).toEqual(comparable(await stranger(stage, other, etagA)));
          expect(foreign.text).not.toContain(connectorA);
        }
      });
      expect((await stage.known.connectorA()).etag).toBe(before.etag);
    },
  },
  {
    threat: 11,
    title: 'an own id beside somebody else’s opens neither',
    async run(stage) {
      const { connectorA = '', keyA = '', connectorB = '', keyB = '' } = stage.known.words;
      const bodies = [
        { connectorId: connectorB, keyId: keyA },
        { connectorId: connectorA, keyId: keyB },
        { connectorId: [connectorB, connectorA] },
        { keyId: `${keyB},${keyA}` },
        { keyId: { $eq: keyA } },
      ];
      await refusedEach(bodies, [400, 404], async (body) =>
        tryJson(stage, 'validate-connection', JSON.stringify({ ...body, purposes: ['import'] }), {
          bearer: stage.known.tokens.editorB,
        }),
      );
      const queries = [`keyId=${keyB}&connectorId=${connectorA}`, `keyId=${keyB}&keyId=${keyA}`];
      await refusedEach(queries, [400, 404], async (query) =>
        tryAt(stage, 'browse-tables', {
          path: `/?${query}`,
          bearer: stage.known.tokens.editorB,
        }),
      );
    },
  },
];
