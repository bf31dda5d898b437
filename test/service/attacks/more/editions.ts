import { expect } from 'vitest';
import { type MoreAttack, refusedEach, tryAt, tryJson } from './trying.ts';

/** What names a place in a list, or a state of a record. */
export const editions: MoreAttack[] = [
  {
    threat: 15,
    title: 'a page token opens the list it was made for, and no other',
    async run(stage) {
      const { connectorA = '', pageTokenOfA: token = '' } = stage.known.words;
      const good = await tryAt(stage, 'list-connectors', { path: `/?pageToken=${token}` });
      expect(good.status).toBe(200);
      const { nextPageToken: other } = (
        await tryAt(stage, 'list-connectors', { path: `/${connectorA}/changes?pageSize=1` })
      ).json;
      const bent = Array.from({ length: 12 }, (_, at) => {
        const bytes = Buffer.from(token, 'base64url');
        const place = Math.floor((at / 12) * bytes.length);
        bytes[place] = (bytes[place] ?? 0) ^ 0x80;
        return bytes.toString('base64url');
      });
      const tokens = [
        ...bent,
        `${token}AAAA`,
        token.slice(0, -6),
        token.slice(0, 16),
        'AAAA',
        '%00',
      ];
      await refusedEach(
        [
          ...tokens.map((each) => `/?pageToken=${each}`),
          `/?pageToken=${String(other)}`,
          `/deleted?pageToken=${token}`,
          `/${connectorA}/changes?pageToken=${token}`,
          `/?query=shop&pageToken=${token}`,
          `/?health=broken&pageToken=${token}`,
        ],
        [400],
        async (path) => tryAt(stage, 'list-connectors', { path }),
      );
    },
  },
  {
    threat: 18,
    title: 'no If-Match but the etag itself lets a change through',
    async run(stage) {
      const { connectorA = '', staleEtagA = '' } = stage.known.words;
      const { etag } = await stage.known.connectorA();
      const strong = `"${String(etag)}"`;
      const forms: (string | string[] | undefined)[] = [
        `W/${strong}`,
        `${staleEtagA}, ${strong}`,
        [staleEtagA, strong],
        '*',
        ' * ',
        '"*"',
        '""',
        strong.toUpperCase(),
        `"${String(etag)}`,
        `${strong};`,
        `'${String(etag)}'`,
        'undefined',
        'null',
        undefined,
      ];
      await refusedEach(forms, [400, 412, 428], async (form) =>
        tryJson(stage, 'save-connector', '{"paused":false}', {
          method: 'PUT',
          path: `/${connectorA}`,
          headers: form === undefined ? {} : { 'if-match': form },
        }),
      );
      expect(await stage.known.connectorA()).toMatchObject({ etag, paused: true });
    },
  },
];
