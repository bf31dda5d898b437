import { expect } from 'vitest';
import { type MoreAttack, refusedEach, tryAt } from './trying.ts';

/** Paths and origins that only look like those that are let in. */
export const places: MoreAttack[] = [
  {
    threat: 16,
    title: 'no spelling of a path leads to what is another workspace’s',
    async run(stage) {
      const { connectorA: id = '' } = stage.known.words;
      const paths = [
        `//${id}`,
        `/./${id}`,
        `/../${id}`,
        `/%2e%2e/${id}`,
        `/${id}/`,
        `/${id}/.`,
        `/${id};a=b`,
        `/${id}.`,
        `/${id}.json`,
        `/${id}%20`,
        `/${id}%00`,
        `/${id}%2fchanges`,
        `/${id}%252fchanges`,
        `/${id.toUpperCase()}`,
        `/${id}\\changes`,
        `/a%2f${id}`,
        `/workspaces%2fa%2fconnectors%2f${id}`,
        `/${id}%ef%bc%8fchanges`,
        `/deleted%2f..%2f${id}`,
        `/%c0%ae%c0%ae/${id}`,
      ];
      const bearer = stage.known.tokens.editorB;
      await refusedEach(paths, [400, 404], async (path) => {
        const answer = await tryAt(stage, 'list-connectors', { path, bearer });
        expect(answer.text).not.toContain(stage.known.words.nameA);
        return answer;
      });
    },
  },
  {
    threat: 50,
    title: 'no origin that only looks like the page’s is let in, in whatever answer',
    async run(stage) {
      const own = new URL(stage.target.allowedOrigin);
      const origins = [
        'null',
        `${own.origin}.evil.example`,
        `${own.protocol}//evil${own.host}`,
        `${own.protocol}//x.${own.host}`,
        `${own.protocol === 'https:' ? 'http:' : 'https:'}//${own.host}`,
        `${own.origin}:1`,
        `${own.origin}/`,
        own.origin.toUpperCase(),
        `${own.protocol}//user@${own.host}`,
        `${own.origin}, https://evil.example`,
        `${own.origin} `.replace(/ $/, '%20'),
        'https://evil.run.app',
        'file://',
        '*',
      ];
      for (const origin of origins) {
        for (const [method, bearer] of [
          ['GET', stage.known.tokens.editorA],
          ['GET', undefined],
          ['OPTIONS', undefined],
          ['PATCH', undefined],
        ] as const) {
          const headers = { origin, 'access-control-request-method': 'GET' };
          const answer = await tryAt(stage, 'list-connectors', { method, headers, bearer });
          expect([origin, answer.headers['access-control-allow-origin']]).toEqual([
            origin,
            undefined,
          ]);
          expect(answer.headers.vary).toContain('Origin');
        }
      }
    },
  },
];
