import { describe, expect, test } from 'vitest';
import { googleThatAnswers, json } from './google-that-answers.ts';

const answering = googleThatAnswers();
const name = 'projects/p/secrets/bqc-key-1';
const numbered = 'projects/123/secrets/bqc-key-1';

describe('Secret Manager’s client over the lean transport', () => {
  test('makes a secret that expires, with labels and annotations', async () => {
    const { secrets, seen } = await answering((httpResponse) => {
      json(httpResponse, 200, {
        name: numbered,
        replication: { automatic: {} },
        createTime: '2026-02-03T04:05:06.123456Z',
        labels: { workspace: 'acme' },
        expireTime: '2026-02-04T04:05:06Z',
        etag: '"1"',
      });
    });

    const [secret] = await secrets.createSecret({
      parent: 'projects/p',
      secretId: 'bqc-key-1',
      secret: {
        replication: { automatic: {} },
        labels: { workspace: 'acme' },
        annotations: { clientEmail: 'a@b.example' },
        expireTime: { seconds: 1770177906, nanos: 0 },
      },
    });

    expect(seen).toMatchObject([
      {
        verb: 'POST',
        path: '/v1/projects/p/secrets?secretId=bqc-key-1&$alt=json%3Benum-encoding=int',
        headers: {
          authorization: 'Bearer a-token',
          'content-type': 'application/json',
          'x-goog-request-params': 'parent=projects%2Fp',
        },
        body: {
          replication: { automatic: {} },
          labels: { workspace: 'acme' },
          annotations: { clientEmail: 'a@b.example' },
          expireTime: '2026-02-04T04:05:06.000Z',
        },
      },
    ]);
    expect(secret).toMatchObject({
      name: numbered,
      replication: { replication: 'automatic', automatic: { customerManagedEncryption: null } },
      createTime: { seconds: '1770091506', nanos: 123_456_000 },
      labels: { workspace: 'acme' },
      annotations: {},
      topics: [],
      expiration: 'expireTime',
      expireTime: { seconds: '1770177906', nanos: 0 },
      etag: '"1"',
      secretType: 'SECRET_TYPE_UNSPECIFIED',
    });
    expect(secret).not.toHaveProperty('ttl');
  });

  test('clears an expiry: the mask names it and the secret lacks it', async () => {
    const { secrets, seen } = await answering((httpResponse) => {
      json(httpResponse, 200, { name: numbered, etag: '"2"' });
    });

    const [secret] = await secrets.updateSecret({
      secret: { name, etag: '"1"', labels: { state: 'attached' } },
      updateMask: { paths: ['expire_time', 'labels'] },
    });

    const { verb, path, body } = seen[0] ?? {};
    expect({ verb, path }).toEqual({
      verb: 'PATCH',
      path: `/v1/${name}?updateMask=expire_time%2Clabels&$alt=json%3Benum-encoding=int`,
    });
    expect(body).toMatchObject({ etag: '"1"', labels: { state: 'attached' } });
    expect(body).not.toHaveProperty('name');
    expect(body).not.toHaveProperty('expireTime');
    expect(secret).not.toHaveProperty('expiration');
  });

  test('adds a version and reads it back, bytes and checksum whole', async () => {
    const data = Buffer.from([0, 255, 10, 200]);
    const payload = { data: data.toString('base64'), dataCrc32c: '4294967295' };
    const version = `${numbered}/versions/1`;
    const { secrets, seen } = await answering((httpResponse, times) => {
      json(
        httpResponse,
        200,
        times === 1 ? { name: version, state: 1 } : { name: version, payload },
      );
    });

    const [added] = await secrets.addSecretVersion({
      parent: name,
      payload: { data, dataCrc32c: 4294967295 },
    });
    const [read] = await secrets.accessSecretVersion({ name: `${name}/versions/latest` });

    expect(seen).toMatchObject([
      { verb: 'POST', body: { payload } },
      { verb: 'GET', body: undefined },
    ]);
    expect(seen.map(({ path }) => path.split('?')[0])).toEqual([
      `/v1/${name}:addVersion`,
      `/v1/${name}/versions/latest:access`,
    ]);
    expect(added.state).toBe('ENABLED');
    expect(read.payload).toEqual({ data, dataCrc32c: '4294967295', _dataCrc32c: 'dataCrc32c' });
  });

  test('lists all pages, or one, or one after the other', async () => {
    const { secrets, seen } = await answering((httpResponse, times) => {
      const last = times % 2 === 0;
      json(httpResponse, 200, {
        secrets: [{ name: String(times) }],
        ...(!last && { nextPageToken: 'n' }),
      });
    });
    const request = { parent: 'projects/p', filter: 'labels.workspace=acme', pageSize: 1 };

    const [all] = await secrets.listSecrets(request);
    const iterated: unknown[] = [];
    for await (const secret of secrets.listSecretsAsync(request)) iterated.push(secret.name);
    const [one, next] = await secrets.listSecrets(request, { autoPaginate: false });

    expect(all.map((secret) => secret.name)).toEqual(['1', '2']);
    expect(iterated).toEqual(['3', '4']);
    expect(one.map((secret) => secret.name)).toEqual(['5']);
    expect(next).toEqual({ ...request, pageToken: 'n' });
    expect(seen[1]?.path).toBe(
      '/v1/projects/p/secrets?pageSize=1&pageToken=n&filter=labels.workspace%3Dacme&$alt=json%3Benum-encoding=int',
    );
  });

  test('deletes, with the etag that it was given', async () => {
    const { secrets, seen } = await answering((httpResponse) => {
      json(httpResponse, 200, {});
    });

    expect((await secrets.deleteSecret({ name, etag: '"3"' }))[0]).toEqual({});
    expect(seen).toMatchObject([
      { verb: 'DELETE', path: `/v1/${name}?etag=%223%22&$alt=json%3Benum-encoding=int` },
    ]);
  });

  test('fills and reads names as google-gax does', async () => {
    const { secrets } = await answering(() => undefined);

    expect(secrets.secretVersionPath('p', 's', '1')).toBe('projects/p/secrets/s/versions/1');
    expect(secrets.matchSecretFromSecretVersionName('projects/p/secrets/s/versions/1')).toBe('s');
  });
});
