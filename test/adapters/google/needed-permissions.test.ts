import { expect, test } from 'vitest';
import { createPubSub } from '../../../sandbox/pubsub/pubsub.ts';
import { permissions as ofSecretManager } from '../../../sandbox/secret-manager/secret-manager.ts';
import { taskQueuePermissions } from '../../../shared/adapters/google/cloud-tasks-permissions.ts';
import { pubsubAnnouncer } from '../../../shared/adapters/google/pubsub-announcer.ts';
import { announcerPermissions } from '../../../shared/adapters/google/pubsub-permissions.ts';
import { keyVaultPermissions } from '../../../shared/adapters/google/secret-manager-permissions.ts';
import { connectPublisher } from '../../support/publisher.ts';
import { queueInCloudTasks } from '../../support/queue-in-cloud-tasks.ts';
import { sampleEvent } from '../../support/sample-events.ts';
import { acme, sampleId, sampleKey } from '../../support/sample-records.ts';
import { noPauses, vaultInSecretManager } from '../../support/vault-in-secret-manager.ts';

/** All that the stand-ins of the three know to refuse. */
const known = [
  ...Object.values(ofSecretManager),
  'cloudtasks.tasks.create',
  'iam.serviceAccounts.actAs',
  'pubsub.topics.publish',
];

interface Trial {
  deny: (permission: string) => void;
  call: () => Promise<unknown>;
}

/** Without which of them, taken away one at a time, the call is refused. */
async function indispensable(trial: () => Promise<Trial>): Promise<string[]> {
  const refused = [];
  for (const permission of known) {
    const { deny, call } = await trial();
    deny(permission);
    const outcome = await call().then(
      () => 'done',
      () => 'refused',
    );
    if (outcome === 'refused') refused.push(permission);
  }
  return refused.toSorted();
}

test.each(Object.entries(keyVaultPermissions))(
  'THREATS 61: KeyVault.%s needs what its adapter names, and nothing else',
  async (method, named) => {
    const id = sampleId('key');
    const tomorrow = new Date('2026-03-03T09:00:00.000Z');
    const nextWeek = new Date('2026-03-09T09:00:00.000Z');
    const trial = async () => {
      const { vault, secretManager } = await vaultInSecretManager('REST');
      if (method !== 'add') await vault.add(acme, id, sampleKey(), tomorrow);
      // Where no answer is lost, fewer calls are made.
      for (const operation of ['createSecret', 'addSecretVersion', 'updateSecret'] as const)
        secretManager.fail({ operation, status: 'UNAVAILABLE', afterActing: true });
      const calls: Record<string, () => Promise<unknown>> = {
        add: () => vault.add(acme, id, sampleKey(), tomorrow),
        read: () => vault.read(acme, id),
        keep: () => vault.keep(acme, id),
        expire: () => vault.expire(acme, id, nextWeek),
      };
      return { deny: secretManager.deny, call: async () => calls[method]?.() };
    };

    expect(await indispensable(trial)).toEqual(named.toSorted());
  },
);

test.each(Object.entries(taskQueuePermissions))(
  'THREATS 61: TaskQueue.%s needs what its adapter names, and nothing else',
  async (method, named) => {
    const place = { workspace: acme, connectorId: sampleId('connector') };
    const after = { ...place, nextCheckAt: '2026-03-02T09:00:00.000Z' };
    const trial = async () => {
      const { queue, cloudTasks } = await queueInCloudTasks();
      const calls: Record<string, () => Promise<unknown>> = {
        add: () => queue.add({ name: 'one', ...place }),
        addContinuation: () => queue.addContinuation({ name: 'one', after }),
      };
      return { deny: cloudTasks.deny, call: async () => calls[method]?.() };
    };

    expect(await indispensable(trial)).toEqual(named.toSorted());
  },
);

test('THREATS 61: Announcer.announce needs what its adapter names, and nothing else', async () => {
  const topic = 'connector-health';
  const trial = async () => {
    const pubSub = createPubSub({ topics: [`projects/connectors/topics/${topic}`] });
    const connected = await connectPublisher(pubSub, 'REST');
    const client = () => Promise.resolve(connected.client);
    const options = { client, projectId: 'connectors', topic, patience: noPauses };
    const announcer = pubsubAnnouncer(options);
    const call = async () => announcer.announce(sampleEvent()).finally(() => connected.close());
    return { deny: pubSub.deny, call };
  };

  expect(await indispensable(trial)).toEqual(announcerPermissions.announce.toSorted());
});
