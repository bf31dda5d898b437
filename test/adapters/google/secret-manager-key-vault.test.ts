import { describe, expect, test } from 'vitest';
import { permissions } from '../../../sandbox/secret-manager/secret-manager.ts';
import { publicFacts } from '../../../shared/validation/key/public-facts.ts';
import { keyVaultContract } from '../../contracts/key-vault.contract.ts';
import { privateKeyPem } from '../../support/make-key.ts';
import { acme, globex, sampleId, sampleKey, uploadedAt } from '../../support/sample-records.ts';
import { transports } from '../../support/secret-manager-client.ts';
import { secretName, vaultInSecretManager } from '../../support/vault-in-secret-manager.ts';

const id = sampleId('key');
const tomorrow = new Date('2026-03-03T09:00:00.000Z');
const nextWeek = new Date('2026-03-09T09:00:00.000Z');
const keyNotFound = { name: 'Problem', code: 'key-not-found' };

describe.each(transports)('over %s', (transport) => {
  keyVaultContract(`Secret Manager over ${transport}`, () => vaultInSecretManager(transport));

  test('a key is one secret, which tells of it what may be told', async () => {
    const { vault, secret } = await vaultInSecretManager(transport);
    const key = sampleKey({ privateKey: privateKeyPem() });
    const { fingerprint } = publicFacts(key);

    await vault.add('Acme_GmbH', id, key, tomorrow);

    const { clientEmail, projectId, privateKeyId } = key;
    expect(await secret()).toMatchObject({
      name: expect.stringMatching(`^projects/[0-9]+/secrets/bqc-${id}$`) as string,
      replication: { automatic: {} },
      expireTime: tomorrow.toISOString(),
      labels: { workspace: 'acme_gmbh', state: 'pending' },
      annotations: { workspace: 'Acme_GmbH', clientEmail, projectId, privateKeyId, fingerprint },
    });
  });

  test('its state is written on it, with its end', async () => {
    const { vault, secret } = await vaultInSecretManager(transport);
    await vault.add(acme, id, sampleKey(), tomorrow);

    await vault.keep(acme, id);
    const kept = await secret();
    await vault.expire(acme, id, nextWeek);

    expect(kept).toMatchObject({ labels: { workspace: acme, state: 'kept' } });
    expect(kept).not.toHaveProperty('expireTime');
    expect(await secret()).toMatchObject({
      labels: { workspace: acme, state: 'expiring' },
      expireTime: nextWeek.toISOString(),
    });
  });

  test('keys lie in the regions that are named, under the customer’s keys', async () => {
    const kmsKey = 'projects/kms/locations/europe-west3/keyRings/ring/cryptoKeys/keys';
    const replication = [{ region: 'europe-west3', kmsKey }, { region: 'europe-west4' }];
    const { vault, secret } = await vaultInSecretManager(transport, { replication });

    await vault.add(acme, id, sampleKey(), tomorrow);

    expect(await secret()).toMatchObject({
      replication: {
        userManaged: {
          replicas: [
            { location: 'europe-west3', customerManagedEncryption: { kmsKeyName: kmsKey } },
            { location: 'europe-west4' },
          ],
        },
      },
    });
    expect(await vault.read(acme, id)).toEqual(sampleKey());
  });

  test('a workspace’s name of 64 characters is cut in the label, and whole where it counts', async () => {
    const { vault, secret } = await vaultInSecretManager(transport);
    const long = 'W'.repeat(64);

    await vault.add(long, id, sampleKey(), tomorrow);

    expect(await secret()).toMatchObject({
      labels: { workspace: 'w'.repeat(63) },
      annotations: { workspace: long },
    });
    await expect(vault.keep('W'.repeat(63), id)).rejects.toMatchObject(keyNotFound);
    await expect(vault.keep('w'.repeat(64), id)).rejects.toMatchObject(keyNotFound);
  });

  test('reading is one call, and what is so already is not written again', async () => {
    const { vault, secretManager } = await vaultInSecretManager(transport);
    await vault.add(acme, id, sampleKey(), tomorrow);
    await vault.keep(acme, id);
    const before = secretManager.asked().length;

    await vault.read(acme, id);
    await vault.keep(acme, id);

    expect(secretManager.asked().slice(before)).toEqual([
      {
        operation: 'accessSecretVersion',
        name: `${secretName(id)}/versions/latest`,
        status: 'OK',
      },
      { operation: 'getSecret', name: secretName(id), status: 'OK' },
    ]);
  });

  test.each([
    ['add', ['createSecret', 'addSecretVersion', 'getSecret']],
    ['read', ['accessSecretVersion']],
    ['keep', ['getSecret', 'updateSecret']],
    ['expire', ['getSecret', 'updateSecret']],
  ] as const)('THREATS 61: %s needs no other permission than it says', async (name, needed) => {
    const { vault, secretManager } = await vaultInSecretManager(transport);
    if (name !== 'add') await vault.add(acme, id, sampleKey(), tomorrow);
    for (const [operation, permission] of Object.entries(permissions)) {
      if (!(needed as readonly string[]).includes(operation)) secretManager.deny(permission);
    }
    const lost = { status: 'UNAVAILABLE', afterActing: true } as const;
    for (const operation of needed) secretManager.fail({ operation, ...lost });

    const asked: Promise<unknown> = {
      add: () => vault.add(acme, id, sampleKey(), tomorrow),
      read: () => vault.read(acme, id),
      keep: () => vault.keep(acme, id),
      expire: () => vault.expire(acme, id, nextWeek),
    }[name]();

    await expect(asked).resolves.toEqual(
      { add: undefined, read: sampleKey(), keep: true, expire: true }[name],
    );
  });

  test.each(['disableSecretVersion', 'destroySecretVersion'] as const)(
    'a key of which an operator asked %s is not there',
    async (operation) => {
      const { vault, secretManager } = await vaultInSecretManager(transport);
      await vault.add(acme, id, sampleKey(), tomorrow);

      await secretManager.ask(operation, { name: `${secretName(id)}/versions/1` });

      await expect(vault.read(acme, id)).rejects.toMatchObject(keyNotFound);
    },
  );

  test('a secret whose end has come is gone though Google still shows it', async () => {
    let now = new Date(uploadedAt);
    const { vault, secret } = await vaultInSecretManager(transport, { now: () => now });
    await vault.add(acme, id, sampleKey(), tomorrow);
    const before = await secret();

    now = tomorrow;

    await expect(vault.keep(acme, id)).rejects.toMatchObject(keyNotFound);
    await expect(vault.expire(acme, id, nextWeek)).rejects.toMatchObject(keyNotFound);
    expect(await secret()).toEqual(before);
  });

  test('THREATS 12: a payload that was copied into another secret is not taken for its key', async () => {
    const { vault, secretManager } = await vaultInSecretManager(transport);
    const other = sampleId('key', 2);
    await vault.add(acme, id, sampleKey(), tomorrow);
    await vault.add(globex, other, sampleKey(), tomorrow);
    const { payload } = (await secretManager.ask('accessSecretVersion', {
      name: `${secretName(id)}/versions/latest`,
    })) as { payload: object };

    await secretManager.ask('addSecretVersion', { parent: secretName(other), payload });

    await expect(vault.read(globex, other)).rejects.toMatchObject(keyNotFound);
    await expect(vault.read(acme, other)).rejects.toThrow('A secret holds the key of another one.');
  });

  test('what is in a secret and no key of ours is told without its content', async () => {
    const { vault, secretManager } = await vaultInSecretManager(transport);
    await vault.add(acme, id, sampleKey(), tomorrow);
    const data = Buffer.from('{"private_key": "hunter2"').toString('base64');

    await secretManager.ask('addSecretVersion', { parent: secretName(id), payload: { data } });

    await expect(vault.read(acme, id)).rejects.toThrow(
      'A stored key is not of the shape that this version reads.',
    );
  });

  test('a secret without a version, left by a process that died, is no key and ends by itself', async () => {
    const { vault, clock, secretManager, secret } = await vaultInSecretManager(transport);
    secretManager.fail({ operation: 'addSecretVersion', status: 'INVALID_ARGUMENT' });

    await expect(vault.add(acme, id, sampleKey(), tomorrow)).rejects.toThrow();

    await expect(vault.read(acme, id)).rejects.toMatchObject(keyNotFound);
    expect(await secret()).toMatchObject({ expireTime: tomorrow.toISOString() });
    clock.moveTo(tomorrow);
    expect(await secret()).toBeUndefined();
  });
});
