import { generateKeyPairSync } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { decodeJwt, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { ask } from '../../../tools/deployed-service/client.ts';
import type { Checkers } from './checkers.ts';
import type { Checking, Differently } from './machine-call.ts';

const both: Checking[] = ['check-connector', 'check-connectors'];
const host = 'https://europe-west1-demo-connectors.cloudfunctions.net';
const seconds = Math.floor(Date.now() / 1000);
const likeTheQueue = {
  'user-agent': 'Google-Cloud-Tasks',
  'x-cloudtasks-queuename': 'checks',
  'x-cloudtasks-taskname': 'task-1',
  'x-cloudscheduler': 'true',
};

const refused = (status: number, code: string) => ({ status, code, isProblem: true });

/** THREATS 59, without IAM in front: as where a deployment opened it to everybody by mistake. */
export function strangersAreRefused(checking: () => Checkers, task: () => string): void {
  const bodyFor = (to: Checking) => (to === 'check-connector' ? task() : undefined);
  const told = async (to: Checking, differently: Differently) => {
    const { status, json, headers } = await checking().ask(to, {
      body: bodyFor(to),
      ...differently,
    });
    const isProblem = headers['content-type'] === 'application/problem+json; charset=utf-8';
    return { status, code: json.code, isProblem };
  };
  const withoutToken = async (to: Checking, headers: Record<string, string>, method = 'POST') =>
    ask(checking().of(to).port, { method, path: '/', headers });
  const editor = async () => {
    const { headers } = await checking().platform.request('acme', 'POST /');
    return headers?.authorization ?? '';
  };
  const honest = async () => {
    const { idTokens, variables } = checking().platform.machines;
    return idTokens.sign(variables.TASK_INVOKER, variables.CHECK_CONNECTOR_URL);
  };

  describe.each(both)('%s refuses', (to) => {
    test('who has no token, whatever the headers say', async () => {
      for (const headers of [{}, likeTheQueue]) {
        const { status, json } = await withoutToken(to, headers);
        expect([status, json.code]).toEqual([401, 'token-missing']);
      }
    });

    test('an editor, whatever the headers say', async () => {
      const authorization = await editor();
      for (const headers of [{}, likeTheQueue]) {
        expect(await told(to, { headers: { ...headers, authorization } })).toEqual(
          refused(401, 'token-refused'),
        );
      }
    });

    test('a good token behind another door', async () => {
      const headers = { 'x-serverless-authorization': `Bearer ${await honest()}` };
      expect((await withoutToken(to, headers)).json.code).toBe('token-missing');
    });

    test('whom Google did not sign', async () => {
      const { variables } = checking().platform.machines;
      const aud = {
        'check-connector': variables.CHECK_CONNECTOR_URL,
        'check-connectors': variables.CHECK_CONNECTORS_URL,
      }[to];
      const good = await honest();
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      const selfSigned = await new SignJWT({ ...decodeJwt(good), aud })
        .setProtectedHeader({ alg: 'RS256', kid: 'google-1', typ: 'JWT' })
        .sign(privateKey);
      const [header = '', payload = ''] = good.split('.');
      const cut = `${header}.${payload}.SIGNATURE_REMOVED_BY_GOOGLE`;

      for (const token of [selfSigned, cut]) {
        expect(await told(to, { headers: { authorization: `Bearer ${token}` } })).toEqual(
          refused(401, 'token-refused'),
        );
      }
    });

    test.each<[string, Differently]>([
      ['a token for another function', { audience: `${host}/upload-key` }],
      ['a token for the host alone', { audience: host }],
      [
        'a token for who else believes Google',
        { audience: '32555940559.apps.googleusercontent.com' },
      ],
      ['an expired token', { claims: { iat: seconds - 7200, exp: seconds - 3600 } }],
      ['an address that Google did not verify', { claims: { email_verified: false } }],
    ])('%s', async (_, differently) => {
      expect(await told(to, differently)).toEqual(refused(401, 'token-refused'));
    });

    test.each([
      'upload-key@demo-connectors.iam.gserviceaccount.com',
      'check-queue@another-project.iam.gserviceaccount.com',
      'ada@acme.example',
    ])('%s', async (account) => {
      expect(await told(to, { account })).toEqual(refused(403, 'role-insufficient'));
    });

    test.each<[string, number, Differently]>([
      ['an unknown member', 400, { body: '{"workspace":"acme","connectorId":"con-1","x":1}' }],
      ['a list', 400, { body: '[]' }],
      ['half a JSON', 400, { body: '{"workspace":' }],
      ['what is called text', 415, { body: '{}', headers: { 'content-type': 'text/plain' } }],
      ['a compressed body', 415, { body: gzipSync('{}'), headers: { 'content-encoding': 'gzip' } }],
      ['a megabyte', 413, { body: ' '.repeat(1_000_000) }],
    ])('%s', async (_, status, differently) => {
      const answer = await told(to, differently);
      expect(answer).toEqual(refused(status, String(answer.code)));
    });

    test('every web page', async () => {
      const asked = { origin: 'https://app.example', 'access-control-request-method': 'POST' };
      const { status, headers } = await withoutToken(to, asked, 'OPTIONS');

      expect(status).toBe(405);
      expect(Object.keys(headers).join()).not.toContain('access-control');
    });
  });

  test('check-connector refuses the schedule, and each the other’s token', async () => {
    const { SCHEDULE_INVOKER, CHECK_CONNECTOR_URL, CHECK_CONNECTORS_URL } =
      checking().platform.machines.variables;

    expect([
      await told('check-connector', { account: SCHEDULE_INVOKER }),
      await told('check-connector', { audience: CHECK_CONNECTORS_URL }),
      await told('check-connectors', { audience: CHECK_CONNECTOR_URL }),
    ]).toEqual([
      refused(403, 'role-insufficient'),
      refused(401, 'token-refused'),
      refused(401, 'token-refused'),
    ]);
  });
}
