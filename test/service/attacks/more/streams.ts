import http from 'node:http';
import { expect } from 'vitest';
import { subscribersEmail } from '../../../support/subscribers-email.ts';
import { type MoreAttack, tryJson } from './trying.ts';

const accept = 'text/event-stream';

export const streams: MoreAttack[] = [
  {
    threat: 39,
    title: 'what is no valid wish never becomes a stream',
    async run(stage) {
      const { keyA = '' } = stage.known.words;
      for (const [body, bearer, status] of [
        ['{"purposes":[', stage.known.tokens.editorA, 400],
        [
          JSON.stringify({ keyId: keyA, purposes: ['import'], x: 1 }),
          stage.known.tokens.editorA,
          400,
        ],
        [JSON.stringify({ keyId: keyA, purposes: ['import'] }), stage.known.tokens.viewerA, 403],
        [JSON.stringify({ keyId: keyA, purposes: ['import'] }), stage.known.tokens.editorB, 404],
        [JSON.stringify({ keyId: keyA, purposes: ['import'] }), undefined, 401],
      ] as const) {
        const answer = await tryJson(stage, 'validate-connection', body, {
          headers: { accept },
          bearer,
        });
        expect(answer.status).toBe(status);
        expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
      }
    },
  },
  {
    threat: 39,
    title: 'each frame of a stream is one line of JSON, whatever the tenant is called',
    async run(stage) {
      const body = JSON.stringify({
        keyId: stage.known.words.keyA,
        purposes: ['import'],
        uniqueContactField: { ...subscribersEmail, table: 'no -- such' },
      });
      const { status, text } = await tryJson(stage, 'validate-connection', body, {
        headers: { accept },
      });
      expect(status).toBe(200);
      for (const line of text.split('\n')) {
        expect(line).toMatch(/^(?:event: (?:check|report|problem)|data: .+|: .*|)$/);
        if (line.startsWith('data: ')) JSON.parse(line.slice('data: '.length));
      }
    },
  },
  {
    threat: 39,
    title: 'readers who come and go leave nothing running behind',
    async run(stage) {
      const { target, known } = stage;
      const { port, folder, host } = target.at('validate-connection');
      const body = JSON.stringify({
        keyId: known.words.keyA,
        purposes: ['import'],
        uniqueContactField: { ...subscribersEmail, table: 'slow_view' },
      });
      const headers = {
        host,
        accept,
        'content-type': 'application/json',
        authorization: `Bearer ${known.tokens.editorA}`,
      };
      const gone = Array.from({ length: 20 }, async () => {
        const asked = http.request({
          host: '127.0.0.1',
          port,
          path: `${folder}/`,
          method: 'POST',
          headers,
        });
        asked.on('error', () => undefined);
        await new Promise((resolve) => asked.end(body, () => setImmediate(resolve)));
        asked.destroy();
      });
      await Promise.all(gone);
      const quiet = async () => {
        await stage.forget();
        await known.ask('/list-connectors/');
        return (await stage.askedOfGoogle()).length;
      };
      await expect.poll(quiet, { interval: 500 }).toBe(0);
      expect((await known.ask('/list-connectors/')).status).toBe(200);
    },
  },
];
