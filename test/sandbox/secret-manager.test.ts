import type { protos, SecretManagerServiceClient } from '@google-cloud/secret-manager';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type Askable,
  createSecretManager,
  type SecretManager,
} from '../../sandbox/secret-manager/secret-manager.ts';
import { crc32c } from '../../shared/adapters/google/crc32c.ts';
import { movableClock } from '../contracts/movable-clock.ts';
import { connect, type ConnectedClient, transports } from '../support/secret-manager-client.ts';

type Secret = protos.google.cloud.secretmanager.v1.ISecret;

const start = '2026-03-02T09:00:00.000Z';
const parent = 'projects/connectors';
const name = `${parent}/secrets/s`;
const number = '[0-9]{12}';
const once = { retry: null };

const secondsAfter = (seconds: number) => ({ seconds: Date.parse(start) / 1000 + seconds });

describe.each(transports)('Google’s own client over %s', (transport) => {
  let connected: ConnectedClient;
  let client: SecretManagerServiceClient;
  let standIn: SecretManager;
  const clock = movableClock(start);
  beforeAll(async () => {
    const ask: Askable['ask'] = async (...asked) => standIn.ask(...asked);
    connected = await connect({ ask }, transport);
    ({ client } = connected);
  });
  beforeEach(() => {
    clock.moveTo(start);
    standIn = createSecretManager({ now: clock.now });
  });
  afterAll(async () => {
    await connected.close();
  });

  const automatic = { replication: { automatic: {} } };
  const create = async (secret: Secret = {}, secretId = 's') => {
    const [made] = await client.createSecret({
      parent,
      secretId,
      secret: { ...automatic, ...secret },
    });
    return made;
  };
  const addVersion = async (text: string) => {
    const [version] = await client.addSecretVersion({
      parent: name,
      payload: { data: Buffer.from(text) },
    });
    return version;
  };
  const access = async (version: string) => {
    const [{ payload }] = await client.accessSecretVersion(
      { name: `${name}/versions/${version}` },
      once,
    );
    return String(payload?.data);
  };
  const update = async (secret: Secret, ...paths: string[]) => {
    const [made] = await client.updateSecret({
      secret: { name, ...secret },
      updateMask: { paths },
    });
    return made;
  };
  const refusal = (code: number, message: string) => ({
    code,
    message: expect.stringMatching(message) as string,
  });

  test('is answered with the number of the project and what was sent', async () => {
    const made = await create({
      labels: { state: 'kept' },
      annotations: { a: 'B' },
      ttl: { seconds: 60 },
    });

    expect(made).toMatchObject({
      name: expect.stringMatching(`^projects/${number}/secrets/s$`) as string,
      labels: { state: 'kept' },
      annotations: { a: 'B' },
      etag: expect.stringMatching(/^"[0-9a-f]{14}"$/) as string,
    });
    expect(Number(made.createTime?.seconds)).toBe(secondsAfter(0).seconds);
    expect(Number(made.expireTime?.seconds)).toBe(secondsAfter(60).seconds);
    expect((await client.getSecret({ name: made.name ?? '' }))[0]).toEqual(made);
  });

  test('finds nothing twice and nothing that is not there, in Google’s words', async () => {
    await create();

    await expect(create()).rejects.toMatchObject(
      refusal(6, `Secret \\[projects/${number}/secrets/s\\] already exists\\.`),
    );
    await expect(client.getSecret({ name: `${parent}/secrets/t` })).rejects.toMatchObject(
      refusal(5, `Secret \\[projects/${number}/secrets/t\\] not found\\.`),
    );
    await expect(access('latest')).rejects.toMatchObject(
      refusal(5, `Secret \\[projects/${number}/secrets/s\\] not found or has no versions\\.`),
    );
    await expect(access('7')).rejects.toMatchObject(
      refusal(5, `Secret Version \\[projects/${number}/secrets/s/versions/7\\] not found\\.`),
    );
  });

  test.each<[string, Secret, string?]>([
    ['an id with a dot', {}, 'a.b'],
    ['a label in capitals', { labels: { state: 'Kept' } }],
    ['a label’s key in capitals', { labels: { State: 'kept' } }],
    ['a label of 64 characters', { labels: { state: 'k'.repeat(64) } }],
    ['an annotation that ends in a dash', { annotations: { 'a-': '' } }],
    ['16 KiB of annotations', { annotations: { a: 'b'.repeat(16 * 1024 - 1) } }],
    ['an expiry that has come', { expireTime: secondsAfter(0) }],
    ['no replication', { replication: null }],
    ['a replication without regions', { replication: { userManaged: { replicas: [] } } }],
  ])('is refused %s', async (_, secret, secretId) => {
    await expect(create(secret, secretId)).rejects.toMatchObject({ code: 3 });
  });

  test('may bring labels of 63 characters and nearly 16 KiB of annotations', async () => {
    const labels = { state: 'k'.repeat(63) };
    const annotations = { a: 'b'.repeat(16 * 1024 - 2) };

    expect(await create({ labels, annotations })).toMatchObject({ labels, annotations });
  });

  test('reads the newest version, one by its number, and one by its alias', async () => {
    await create();
    await addVersion('one');
    await addVersion('two');

    await update({ versionAliases: { good: 1 } }, 'version_aliases');

    expect([await access('latest'), await access('1'), await access('good')]).toEqual([
      'two',
      'one',
      'one',
    ]);
    await expect(update({ versionAliases: { latest: 1 } }, 'version_aliases')).rejects.toThrow();
    await expect(update({ versionAliases: { bad: 3 } }, 'version_aliases')).rejects.toThrow();
  });

  test('gets a checksum with the payload, and may send one', async () => {
    await create();
    const data = Buffer.from('some payload');
    const wrong = { data, dataCrc32c: crc32c(data) + 1 };

    await client.addSecretVersion({ parent: name, payload: { data, dataCrc32c: crc32c(data) } });
    const [{ payload }] = await client.accessSecretVersion({ name: `${name}/versions/latest` });

    expect(Number(payload?.dataCrc32c)).toBe(crc32c(data));
    await expect(client.addSecretVersion({ parent: name, payload: wrong })).rejects.toMatchObject({
      code: 3,
    });
    await expect(access('2')).rejects.toMatchObject({ code: 5 });
  });

  test('may add 64 KiB and no more', async () => {
    await create();

    await addVersion('x'.repeat(64 * 1024));

    await expect(addVersion('x'.repeat(64 * 1024 + 1))).rejects.toMatchObject({ code: 3 });
  });

  test('reads no version that is switched off, and none ever again that is destroyed', async () => {
    await create();
    await addVersion('one');
    const version = { name: `${name}/versions/1` };

    const [off] = await client.disableSecretVersion(version);
    await expect(access('latest')).rejects.toMatchObject(refusal(9, 'is in DISABLED state'));
    await client.enableSecretVersion(version);
    expect(await access('latest')).toBe('one');
    const stale = { ...version, etag: off.etag ?? null };
    await expect(client.destroySecretVersion(stale)).rejects.toMatchObject({ code: 9 });
    const [destroyed] = await client.destroySecretVersion(version);

    expect([off.state, destroyed.state]).toEqual(['DISABLED', 'DESTROYED']);
    await expect(access('latest')).rejects.toMatchObject(refusal(9, 'is in DESTROYED state'));
    await expect(client.enableSecretVersion(version)).rejects.toMatchObject({ code: 9 });
    expect((await client.getSecretVersion(version))[0].state).toBe('DESTROYED');
    expect((await client.listSecretVersions({ parent: name }))[0]).toHaveLength(1);
  });

  test('changes a secret by its newest etag alone, or by none', async () => {
    const { etag = '' } = await create();

    const changed = await update({ etag, labels: { a: 'b' } }, 'labels');

    expect(changed.etag).not.toBe(etag);
    await expect(update({ etag, labels: {} }, 'labels')).rejects.toMatchObject({ code: 9 });
    await expect(client.deleteSecret({ name, etag })).rejects.toMatchObject({ code: 9 });
    await update({ labels: { c: 'd' } }, 'labels');
    expect((await client.getSecret({ name }))[0].labels).toEqual({ c: 'd' });
  });

  test('adds a version without changing the secret’s etag', async () => {
    const { etag } = await create();

    await addVersion('one');

    expect((await client.getSecret({ name }))[0].etag).toBe(etag);
  });

  test('changes what the mask names and nothing else; an expiry that is named and unset goes', async () => {
    await create({ labels: { a: 'b' }, annotations: { c: 'd' }, expireTime: secondsAfter(60) });

    const relabelled = await update({ labels: {}, annotations: {} }, 'labels');
    const kept = await update({}, 'expire_time');

    expect(relabelled).toMatchObject({ labels: {}, annotations: { c: 'd' } });
    expect(Number(relabelled.expireTime?.seconds)).toBe(secondsAfter(60).seconds);
    expect(kept.expireTime ?? undefined).toBeUndefined();
    await expect(update({}, 'replication')).rejects.toMatchObject({ code: 3 });
    await expect(update({})).rejects.toMatchObject({ code: 3 });
  });

  test('finds a secret until its expiry, and then its name is free again', async () => {
    await create({ expireTime: secondsAfter(60) });
    await addVersion('one');

    clock.moveTo(new Date(Date.parse(start) + 59_999));
    expect(await access('latest')).toBe('one');
    clock.moveTo(new Date(Date.parse(start) + 60_000));

    await expect(access('latest')).rejects.toMatchObject({ code: 5 });
    expect((await client.listSecrets({ parent }))[0]).toEqual([]);
    await create();
    await expect(access('latest')).rejects.toMatchObject({ code: 5 });
  });

  test('lists secrets page by page, and not those of another project', async () => {
    for (const id of ['a', 'b', 'c']) await create({}, id);
    await client.createSecret({ parent: 'projects/other', secretId: 'd', secret: automatic });

    const page = { parent, pageSize: 2 };
    const [first, next] = await client.listSecrets(page, { autoPaginate: false });
    const [second, end] = await client.listSecrets(next ?? page, { autoPaginate: false });
    await client.deleteSecret({ name: `${parent}/secrets/b` });
    const [left] = await client.listSecrets({ parent });

    const ids = (secrets: Secret[]) => secrets.map((each) => each.name?.at(-1)).join('');
    expect([ids(first), ids(second), end, ids(left)]).toEqual(['ab', 'c', null, 'ac']);
  });

  test('is denied in Google’s words, with the details, before it learns what there is', async () => {
    standIn.deny('secretmanager.versions.access');
    const resource = `${name}/versions/latest`;

    await expect(access('latest')).rejects.toMatchObject({
      ...refusal(
        7,
        `Permission 'secretmanager.versions.access' denied for resource '${resource}' \\(or it may not exist\\)\\.`,
      ),
      reason: 'IAM_PERMISSION_DENIED',
      domain: 'iam.googleapis.com',
      errorInfoMetadata: { permission: 'secretmanager.versions.access', resource },
    });

    standIn.recover();
    await expect(access('latest')).rejects.toMatchObject({ code: 5 });
  });

  test('meets failures as often as they were planned, before or after what was asked is done', async () => {
    standIn.fail({ operation: 'createSecret', status: 'UNAVAILABLE' });
    standIn.fail({ operation: 'createSecret', status: 'ABORTED', afterActing: true });

    await expect(create()).rejects.toMatchObject({ code: 14 });
    await expect(client.getSecret({ name })).rejects.toMatchObject({ code: 5 });
    await expect(create()).rejects.toMatchObject({ code: 10 });

    expect((await client.getSecret({ name }))[0].name).toContain('/secrets/s');
    expect(standIn.asked()).toEqual([
      { operation: 'createSecret', name: parent, status: 'UNAVAILABLE' },
      { operation: 'getSecret', name, status: 'NOT_FOUND' },
      { operation: 'createSecret', name: parent, status: 'ABORTED' },
      { operation: 'getSecret', name, status: 'OK' },
    ]);
  });

  test('waits in silence until the stand-in recovers', async () => {
    await create();
    standIn.fail({ operation: 'getSecret', status: 'silence' });

    const asked = client.getSecret({ name });
    await expect.poll(() => standIn.asked().at(-1)?.status).toBe('unanswered');
    standIn.recover();

    await expect(asked).rejects.toMatchObject({ code: 14 });
  });
});
