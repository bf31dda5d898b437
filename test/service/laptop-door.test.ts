import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { removeFolder, type RunningService, startService, withService } from './running-service.ts';
import { subscribersEmail } from '../support/subscribers-email.ts';

let service: RunningService;
withService((started) => {
  service = started;
});

/** By node:http, since fetch does not let a Host header pass. */
async function statusOf(path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    http
      .get({ host: '127.0.0.1', port: service.port, path, headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
      .on('error', reject);
  });
}

describe('on a laptop', () => {
  test('GET /calls says where things are, and /openapi.json describes them', async () => {
    const page = await service.fetch('/calls');
    expect(page).toMatchObject({ status: 200 });
    for (const name of ['upload-key', 'validate-connection', 'delete-connector', 'openapi.json']) {
      expect(page.text).toContain(name);
    }
    expect((await service.fetch('/openapi.json')).json).toMatchObject({ openapi: '3.1.0' });
  });

  test('what is nowhere is refused, and leaves its line in the log', async () => {
    const { status, json } = await service.fetch('/nothing');
    expect({ status, ...json }).toMatchObject({
      status: 404,
      code: 'path-not-found',
      detail: 'Look at the address: there is nothing under it.',
    });
    const trace = String(json.instance).split(':').at(-1) ?? '';
    const line = await service.logged(trace);
    expect(JSON.parse(line)).toMatchObject({
      message: 'request',
      facts: { method: 'GET', status: 404, code: 'path-not-found' },
    });
  });

  test('GET / is the page, whose script is allowed by its hash', async () => {
    const { status, headers, text } = await service.fetch('/');
    const [, script = ''] = /<script>([^]*?)<\/script>/.exec(text) ?? [];
    const hash = createHash('sha256').update(script).digest('base64');
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')).toContain(`script-src 'self' 'sha256-${hash}'`);
    const addresses = [...text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)];
    expect(addresses.length).toBeGreaterThan(3);
    for (const [, address = ''] of addresses) {
      const asset = await fetch(service.origin + address, { headers: { 'accept-encoding': 'br' } });
      expect([asset.status, asset.headers.get('cache-control')]).toEqual([
        200,
        'public, max-age=31536000, immutable',
      ]);
      await asset.arrayBuffer();
    }
  });

  test.each(['evil.example', 'localhost.evil.example', 'localhost:1'])(
    'a web page that reaches it under the name %j is turned away (DNS rebinding)',
    async (host) => {
      expect(await statusOf('/list-connectors/', { host })).toBeGreaterThanOrEqual(400);
      expect(await statusOf('/sandbox/requests', { host })).toBeGreaterThanOrEqual(400);
      expect(await statusOf('/', { host })).toBeGreaterThanOrEqual(400);
    },
  );

  test.each(['/sandbox/requests', '/issuer/jwks'])(
    '%s is for programs of this machine, not for pages of other origins',
    async (path) => {
      expect((await service.fetch(path)).status).toBe(200);
      const foreign = await service.fetch(path, { headers: { origin: 'https://evil.example' } });
      expect(foreign).toMatchObject({ status: 403, json: { code: 'host-refused' } });
    },
  );

  test('no token without the secret that lies in the state folder', async () => {
    const wanted = new URLSearchParams({
      grant_type: 'client_credentials',
      workspace: 'demo',
      role: 'editor',
    });
    const asked = async (authorization?: string) =>
      fetch(`${service.origin}/issuer/token`, {
        method: 'POST',
        body: wanted,
        ...(authorization !== undefined && { headers: { authorization } }),
      });
    expect((await asked()).status).toBe(400);
    expect((await asked(`Basic ${btoa('command-line:guess')}`)).status).toBe(401);
  });

  test('a token of another issuer, or for no workspace, opens nothing', async () => {
    expect((await service.fetch('/list-connectors/')).json).toMatchObject({
      code: 'token-missing',
    });
    const other = await startService(`${service.stateFolder}-other`);
    const foreign = await other.token('demo');
    await other.stop();
    removeFolder(`${service.stateFolder}-other`);
    const answer = await service.fetch('/list-connectors/', {
      headers: { authorization: `Bearer ${foreign}` },
    });
    expect(foreign).toMatch(/^ey/);
    expect(answer).toMatchObject({ status: 401, json: { code: 'token-refused' } });
  });

  test.each(['/check-connectors', '/check-connector/'])(
    '%s is for nobody: schedule and queue ask it within the process (THREATS 59)',
    async (path) => {
      const editor = { authorization: `Bearer ${await service.token('demo')}` };
      const body = { workspace: 'demo', connectorId: 'con-5v0n3w8y2k7x4q9t6r1m8p3z5d' };
      const asked = async (headers: Record<string, string>) => {
        const { status, json } = await service.fetch(path, { body, headers });
        return [status, json.status, json.code];
      };
      expect(await asked({})).toEqual([401, 401, 'token-missing']);
      expect(await asked(editor)).toEqual([401, 401, 'token-refused']);
      expect(await asked({ ...editor, 'x-cloudtasks-queuename': 'checks' })).toEqual([
        401,
        401,
        'token-refused',
      ]);
      expect((await service.fetch('/openapi.json')).text).not.toContain(path.replaceAll('/', ''));
    },
  );

  test('a key lies sealed: neither its file nor its parts can be found in the database', async () => {
    const ask = await service.asker('sealed');
    const { keyId } = (await ask('/upload-key/', { file: service.keyFile('good.json') })).json;
    const database = ['state.db', 'state.db-wal']
      .map((name) => readFileSync(join(service.stateFolder, name)).toString('latin1'))
      .join('');
    expect(database).toContain(String(keyId));
    expect(database).not.toContain('PRIVATE KEY');
  });

  test('every job of a validation has labels and a price limit, unless it is a dry run', async () => {
    const ask = await service.asker('priced');
    await service.fetch('/sandbox/requests', { method: 'DELETE' });
    const { keyId } = (await ask('/upload-key/', { file: service.keyFile('good.json') })).json;
    await ask('/validate-connection/', {
      body: {
        keyId,
        purposes: ['import'],
        uniqueContactField: subscribersEmail,
      },
    });
    const { requests } = (await service.fetch('/sandbox/requests')).json;
    const jobs = (requests as { job?: Job }[]).flatMap(({ job }) => job ?? []);
    expect(jobs.length).toBeGreaterThanOrEqual(4);
    for (const { labels, dryRun, maximumBytesBilled } of jobs) {
      expect(labels).toMatchObject({ workspace: 'priced', check: expect.any(String) as string });
      if (!dryRun) expect(Number(maximumBytesBilled)).toBeGreaterThan(0);
    }
  });
});

interface Job {
  dryRun: boolean;
  labels: Record<string, string>;
  maximumBytesBilled?: string;
}
