import { inspect } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import type { StatusWord } from '../../sandbox/rpc/google-status.ts';
import { type Operation, permissions } from '../../sandbox/secret-manager/secret-manager.ts';
import type { KeyVault } from '../../shared/ports/key-vault.ts';
import { acme, refuseLeak, sampleId, sampleKey } from '../support/sample-records.ts';
import { transports } from '../support/secret-manager-client.ts';
import { noPauses, secretName, vaultInSecretManager } from '../support/vault-in-secret-manager.ts';

const id = sampleId('key');
const tomorrow = new Date('2026-03-03T09:00:00.000Z');
const nextWeek = new Date('2026-03-09T09:00:00.000Z');
const secret = secretName(id);

interface Step {
  what: string;
  operation: Operation;
  resource: string;
  run: (vault: KeyVault) => Promise<unknown>;
}

const add = (vault: KeyVault) => vault.add(acme, id, sampleKey(), tomorrow);
const keep = (vault: KeyVault) => vault.keep(acme, id);
const expire = (vault: KeyVault) => vault.expire(acme, id, nextWeek);
/** Every call that the vault makes of Google. */
const steps: Step[] = [
  { what: 'add', operation: 'createSecret', resource: 'projects/connectors', run: add },
  { what: 'add', operation: 'addSecretVersion', resource: secret, run: add },
  {
    what: 'read',
    operation: 'accessSecretVersion',
    resource: `${secret}/versions/latest`,
    run: (vault) => vault.read(acme, id),
  },
  { what: 'keep', operation: 'getSecret', resource: secret, run: keep },
  { what: 'keep', operation: 'updateSecret', resource: secret, run: keep },
  { what: 'expire', operation: 'getSecret', resource: secret, run: expire },
  { what: 'expire', operation: 'updateSecret', resource: secret, run: expire },
];

const passing: StatusWord[] = [
  'UNAVAILABLE',
  'RESOURCE_EXHAUSTED',
  'ABORTED',
  'DEADLINE_EXCEEDED',
  'INTERNAL',
];

/** What went wrong, looked at to its last corner: no key, and nothing that Google's library made. */
async function failure(asked: Promise<unknown>): Promise<unknown> {
  const error: unknown = await asked.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  const whole = inspect(error, { depth: 20, showHidden: true });
  refuseLeak(whole, 'an error');
  expect(whole).not.toMatch(/GoogleError|Metadata|grpc-status|x-goog|Gaxios/);
  return error;
}

describe.each(transports)('over %s', (transport) => {
  // The client opens its connection with its first call: no deadline of a test has to pay for that.
  beforeAll(async () => {
    const { vault } = await vaultInSecretManager(transport);
    await add(vault);
  });

  describe.each(steps)('$what, at $operation', ({ what, operation, resource, run }) => {
    async function prepared(options: Parameters<typeof vaultInSecretManager>[1] = {}) {
      const made = await vaultInSecretManager(transport, options);
      if (what !== 'add') await add(made.vault);
      const before = made.secretManager.asked().length;
      const times = () =>
        made.secretManager
          .asked()
          .slice(before)
          .filter((each) => each.operation === operation).length;
      return { ...made, times };
    }

    /** What the vault holds once the step is done, and a week later. */
    async function expectDone({ vault, clock, secret }: Awaited<ReturnType<typeof prepared>>) {
      expect(await vault.read(acme, id)).toEqual(sampleKey());
      const ends = { keep: undefined, expire: nextWeek }[what] ?? tomorrow;
      const expected = what === 'keep' ? undefined : ends.toISOString();
      expect(((await secret()) as { expireTime?: string }).expireTime).toBe(expected);
      clock.moveTo(nextWeek);
      if (what === 'keep') expect(await vault.read(acme, id)).toEqual(sampleKey());
      else await expect(vault.read(acme, id)).rejects.toMatchObject({ code: 'key-not-found' });
    }

    test.each(passing)('%s that passes is not noticed', async (status) => {
      const made = await prepared();
      made.secretManager.fail({ operation, status, times: 2 });

      await run(made.vault);

      expect(made.times()).toBe(3);
      await expectDone(made);
    });

    test.each(passing)('%s after Google has acted is not noticed either', async (status) => {
      const made = await prepared();
      made.secretManager.fail({ operation, status, afterActing: true });

      await run(made.vault);

      await expectDone(made);
    });

    test.each(passing)(
      '%s that stays is told after a few attempts, with nothing half-kept',
      async (status) => {
        const made = await prepared();
        const before = await made.secret();
        made.secretManager.fail({ operation, status, times: 1000 });

        const error = await failure(run(made.vault));

        expect(error).toMatchObject({
          name: 'Problem',
          code: 'store-unavailable',
          retryAfterSeconds: status === 'RESOURCE_EXHAUSTED' ? 60 : 5,
          cause: { name: 'CallFailed', facts: { operation: what, status } },
        });
        expect(made.times()).toBe(6);
        made.secretManager.recover();
        if (what === 'add') {
          await expect(made.vault.read(acme, id)).rejects.toMatchObject({ code: 'key-not-found' });
        } else {
          expect(await made.secret()).toEqual(before);
          await run(made.vault);
          await expectDone(made);
        }
      },
    );

    test('a denial is told at once, with the permission and the resource', async () => {
      const made = await prepared();
      made.secretManager.deny(permissions[operation]);

      const error = await failure(run(made.vault));

      const permission = permissions[operation];
      expect(error).toMatchObject({
        name: 'PermissionDenied',
        permission,
        resource,
        facts: { permission, resource, reason: 'IAM_PERMISSION_DENIED' },
      });
      expect(made.times()).toBe(1);
    });

    test('what asking again would not mend is not asked again', async () => {
      const made = await prepared();
      made.secretManager.fail({ operation, status: 'INVALID_ARGUMENT' });

      const error = await failure(run(made.vault));

      const facts = { operation: what, status: 'INVALID_ARGUMENT' };
      expect(error).toMatchObject({ name: 'CallFailed', facts });
      expect(made.times()).toBe(1);
    });

    test.each([
      ['an attempt', { attempts: 2, attemptMs: 150 }, 2],
      ['all attempts', { totalMs: 150 }, 1],
    ])('silence ends when the time for %s is over', async (_, less, most) => {
      const patience = { ...noPauses };
      const made = await prepared({ patience });
      Object.assign(patience, less);
      made.secretManager.fail({ operation, status: 'silence', times: 1000 });

      const error = await failure(run(made.vault));

      expect(error).toMatchObject({ code: 'store-unavailable', retryAfterSeconds: 5 });
      expect(made.times()).toBeLessThanOrEqual(most);
    });
  });

  test('a payload that was damaged on its way is fetched again', async () => {
    const { vault, secretManager } = await vaultInSecretManager(transport);
    await add(vault);
    secretManager.fail({ operation: 'accessSecretVersion', damaged: true, times: 2 });

    expect(await vault.read(acme, id)).toEqual(sampleKey());
  });

  test('a payload that is damaged every time is not given', async () => {
    const { vault, secretManager } = await vaultInSecretManager(transport);
    await add(vault);
    secretManager.fail({ operation: 'accessSecretVersion', damaged: true, times: 1000 });

    const error = await failure(vault.read(acme, id));

    expect(error).toMatchObject({ code: 'store-unavailable' });
  });

  test('a customer’s KMS key that is switched off is no reason to upload again', async () => {
    const { vault, secretManager } = await vaultInSecretManager(transport);
    await add(vault);
    secretManager.fail({ operation: 'accessSecretVersion', status: 'FAILED_PRECONDITION' });

    const error = await failure(vault.read(acme, id));

    const facts = { operation: 'read', status: 'FAILED_PRECONDITION' };
    expect(error).toMatchObject({ name: 'CallFailed', facts });
  });

  test('what another hand changes between reading and writing is not overwritten', async () => {
    const { vault, secretManager, secret: current } = await vaultInSecretManager(transport);
    await add(vault);
    secretManager.fail({ operation: 'updateSecret', delayMs: 600_000 });

    const kept = keep(vault);
    await expect.poll(() => secretManager.asked().at(-1)?.operation).toBe('updateSecret');
    const labels = { workspace: acme, state: 'pending', owner: 'ada' };
    await secretManager.ask('updateSecret', {
      secret: { name: secret, labels },
      updateMask: 'labels',
    });
    secretManager.recover(); // ends the delay
    await kept;

    expect(await current()).toMatchObject({ labels: { ...labels, state: 'kept' } });
  });

  test('a secret that was there before, though its creation is answered by silence, is not taken over', async () => {
    const { vault, secretManager } = await vaultInSecretManager(transport);
    await add(vault);
    secretManager.fail({ operation: 'createSecret', status: 'UNAVAILABLE' });

    const error = await failure(add(vault));

    const facts = { operation: 'add', status: 'ALREADY_EXISTS' };
    expect(error).toMatchObject({ name: 'CallFailed', facts });
  });
});

test('a client that never gets its token does not hold the caller for ever', async () => {
  const patience = { ...noPauses, attempts: 2, attemptMs: 20 };
  const client = () => new Promise<never>(() => undefined);
  const { vault } = await vaultInSecretManager('REST', { patience, client });

  const error = await failure(vault.read(acme, id));

  expect(error).toMatchObject({ code: 'store-unavailable' });
});
