import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type Answer, type Init, type RunningService, withService } from './running-service.ts';

let service: RunningService;
let ask: (path: string, init?: Init) => Promise<Answer>;
withService(async (started) => {
  service = started;
  ask = await service.asker('demo');
}, []);

const good = () => service.keyFile('good.json');
const privateLine = () =>
  (JSON.parse(good().toString()) as { private_key: string }).private_key.split('\n')[5] ?? 'none';

describe('POST upload-key', () => {
  test('keeps the key for a day and tells its public facts', async () => {
    const { status, json } = await ask('/upload-key/', { file: good() });

    expect(status).toBe(201);
    expect(json).toEqual({
      keyId: expect.stringMatching(/^key-[0-9a-z]{26}$/) as string,
      clientEmail: 'reader@acme-analytics.iam.gserviceaccount.com',
      projectId: 'acme-analytics',
      privateKeyId: expect.stringMatching(/^[0-9a-f]{40}$/) as string,
      fingerprint: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as string,
      expiresAt: expect.any(String) as string,
      warnings: [],
    });
    const hours = (Date.parse(String(json.expiresAt)) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(23.9);
    expect(hours).toBeLessThanOrEqual(24);
  });

  test('names the check that a file fails, and tells nothing of it', async () => {
    const { status, json, text } = await ask('/upload-key/', {
      file: Buffer.from(good().toString().replace('service_account', 'authorized_user')),
    });
    expect(status).toBe(422);
    expect(json).toMatchObject({
      type: 'urn:bigquery-connector:problem:key-not-a-service-account',
      code: 'key-not-a-service-account',
      checks: [{ id: 'A1' }, { id: 'A2', outcome: 'failed', cause: 'authorized-user' }, {}, {}],
    });
    expect(text).not.toContain(privateLine());
  });

  test.each([
    ['JSON', { 'content-type': 'application/json' }, 415, 'media-type-unsupported'],
    [
      'a form',
      { 'content-type': 'multipart/form-data; boundary=x' },
      415,
      'media-type-unsupported',
    ],
    [
      'an octet stream with a charset of old',
      { 'content-type': 'text/plain; charset=utf-7' },
      415,
      'media-type-unsupported',
    ],
  ])('refuses %s unread', async (_, headers, status, code) => {
    const answer = await ask('/upload-key/', { file: good(), headers });
    expect(answer).toMatchObject({ status, json: { code } });
    expect(answer.text).not.toContain(privateLine());
  });

  test.each([
    ['gzip', gzipSync(Buffer.alloc(1_000_000))],
    ['br', brotliCompressSync(Buffer.alloc(1_000_000))],
    ['deflate', Buffer.from('none')],
    ['nothing-known', Buffer.from('none')],
  ])('refuses a body in %s', async (encoding, file) => {
    const answer = await ask('/upload-key/', { file, headers: { 'content-encoding': encoding } });
    expect(answer).toMatchObject({ status: 415, json: { code: 'encoding-unsupported' } });
  });

  test('refuses 16,385 bytes before it has read them', async () => {
    const answer = await ask('/upload-key/', { file: Buffer.alloc(16_385, ' ') });
    expect(answer).toMatchObject({ status: 413, json: { code: 'body-too-large' } });
  });

  test('needs an editor', async () => {
    const viewer = await service.asker('demo', 'viewer');
    expect(await viewer('/upload-key/', { file: good() })).toMatchObject({
      status: 403,
      json: { code: 'role-insufficient' },
    });
  });

  test('takes ten files a minute of a workspace, good and bad ones, and then says how long to wait', async () => {
    const eager = await service.asker('eager');
    const answers: Answer[] = [];
    for (let count = 0; count < 12; count += 1) {
      const file = count % 2 === 0 ? good() : Buffer.from('no key');
      answers.push(await eager('/upload-key/', { file }));
    }
    expect(answers.map(({ status }) => status)).toEqual([
      201, 422, 201, 422, 201, 422, 201, 422, 201, 422, 429, 429,
    ]);
    const seconds = Number(answers.at(-1)?.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect((await (await service.asker('other'))('/upload-key/', { file: good() })).status).toBe(
      201,
    );
  });

  test('says nothing of it in the log but who uploaded which account', () => {
    const log = service.log();
    expect(log).toContain('key-uploaded');
    expect(log).not.toContain(privateLine());
    expect(log).not.toContain('PRIVATE KEY');
  });
});
