import { expect } from 'vitest';
import { sendBytes } from '../send.ts';
import { type MoreAttack, refusedEach, tryAt } from './trying.ts';

const names = [
  'upload-key',
  'browse-tables',
  'validate-connection',
  'save-connector',
  'list-connectors',
  'delete-connector',
];

export const requests: MoreAttack[] = [
  {
    threat: 64,
    title: 'a request that two readers cut in two ways is answered once, and with nothing',
    async run({ target, known }) {
      const good = `Authorization: Bearer ${known.tokens.editorA}\r\n`;
      const heads = [
        'Content-Length: 5\r\nContent-Length: 0\r\n',
        'Content-Length: 0, 5\r\n',
        'Content-Length: +0\r\n',
        'Content-Length: -1\r\n',
        'Content-Length : 5\r\n',
        'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n',
        'Transfer-Encoding: xchunked\r\n',
        'Transfer-Encoding: gzip, chunked\r\n',
        'Transfer-Encoding: chunked, identity\r\n',
        'Transfer-Encoding:\x0bchunked\r\n',
        'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n',
        ' Transfer-Encoding: chunked\r\n',
        'X-Folded: a\r\n b: c\r\nContent-Length: 0\r\nContent-Length: 5\r\n',
        'X\0: y\r\n',
        'Host: evil.example\r\n',
        'Content-Type: application/json\r\nContent-Type: text/plain\r\n',
      ];
      const asked: [name: string, method: string][] = [
        ['list-connectors', 'GET'],
        ['save-connector', 'POST'],
      ];
      for (const [name, method] of asked) {
        const place = target.at(name);
        const begin = `HTTP/1.1\r\nHost: ${place.host}\r\n${good}`;
        const hidden = `${method} ${place.folder}/ ${begin}\r\n`;
        const plain = await sendBytes(
          place,
          `${method} ${place.folder}/ ${begin}Connection: close\r\n\r\n`,
        );
        expect(plain).toMatch(method === 'GET' ? /^HTTP\/1\.1 200/ : /^HTTP\/1\.1 415/);
        for (const [line, body] of heads.flatMap((line) =>
          ['', '0\r\n\r\n'].map((body) => [line, body]),
        )) {
          const told = await sendBytes(
            place,
            `${method} ${place.folder}/ ${begin}${line}\r\n${body}${hidden}`,
          );
          const statuses = told.match(/HTTP\/1\.1 \d{3}/g) ?? [];
          expect(statuses.length, line).toBeLessThanOrEqual(1);
          expect(told, line).not.toContain(known.words.nameA);
          if (statuses.length > 0) expect(told, line).toMatch(/^HTTP\/1\.1 4\d\d/);
        }
      }
    },
  },
  {
    threat: 64,
    title: 'whole addresses, other hosts and old versions lead nowhere else',
    async run({ target, known }) {
      const place = target.at('list-connectors');
      const lines = [
        'GET http://evil.example/ HTTP/1.1',
        'GET https://evil.example@localhost/ HTTP/1.1',
        'GET //evil.example/list-connectors/ HTTP/1.1',
        'GET evil.example HTTP/1.1',
        'CONNECT evil.example:443 HTTP/1.1',
        'GET * HTTP/1.1',
        `GET ${place.folder}/ HTTP/9.9`,
        `GET ${place.folder}/\\..\\..\\ HTTP/1.1`,
      ];
      for (const line of lines) {
        const bytes = `${line}\r\nHost: ${place.host}\r\nConnection: close\r\n\r\n`;
        const told = await sendBytes(place, bytes);
        expect(told, line).not.toMatch(/HTTP\/1\.1 [235]\d\d/);
        expect(told, line).not.toContain(known.words.nameA);
        expect(told, line).not.toMatch(/^location:/im);
      }
    },
  },
  {
    threat: 8,
    title: 'no method but those of a call is answered, and none repeats what it was sent',
    async run(stage) {
      for (const name of names) {
        for (const method of ['HEAD', 'TRACE', 'PATCH', 'PROPFIND', 'LOCK', 'PURGE', 'QUERY']) {
          const headers = { 'x-marked': 'marked-by-the-attacker' };
          const path = name === 'delete-connector' ? '/con-x' : '/';
          const answer = await tryAt(stage, name, { method, path, headers });
          expect([name, method, answer.status]).toEqual([name, method, 405]);
          expect(answer.headers.allow).toContain('OPTIONS');
          expect(answer.text + JSON.stringify(answer.headers)).not.toContain('marked-by');
        }
        const { status, text } = await tryAt(stage, name, { method: 'OPTIONS', path: '/' });
        expect([status === 204 || status === 404, status === 204 ? text : '']).toEqual([true, '']);
      }
    },
  },
  {
    threat: 8,
    title:
      'a viewer gains nothing by headers, parameters or members that name another method or role',
    async run(stage) {
      const { connectorA = '' } = stage.known.words;
      const bearer = stage.known.tokens.viewerA;
      const etag = String((await stage.known.connectorA()).etag);
      const ways = [
        { headers: { 'x-http-method-override': 'GET', 'if-match': `"${etag}"` } },
        { headers: { 'x-original-method': 'GET', 'if-match': `"${etag}"` } },
        { headers: { 'x-role': 'editor', 'x-user-role': 'editor', 'if-match': `"${etag}"` } },
        { path: `/${connectorA}?_method=GET&role=editor` },
      ];
      await refusedEach(ways, [400, 403], async (way) =>
        tryAt(stage, 'delete-connector', {
          method: 'DELETE',
          path: `/${connectorA}`,
          bearer,
          ...way,
        }),
      );
      expect((await stage.known.connectorA()).etag).toBe(etag);
    },
  },
];
