import { describe, expect, test } from 'vitest';
import { taskQueueContract } from '../../contracts/task-queue.contract.ts';
import {
  checkConnectorUrl,
  checkConnectorsUrl,
  invoker,
  queueInCloudTasks,
  queueName,
} from '../../support/queue-in-cloud-tasks.ts';
import { acme, sampleId } from '../../support/sample-records.ts';

const connectorId = sampleId('connector');
const task = { name: `${connectorId} 2026-03-02T09:00:00.000Z`, workspace: acme, connectorId };
const after = { workspace: acme, connectorId, nextCheckAt: '2026-03-02T09:00:00.000Z' };

taskQueueContract('Cloud Tasks', async () => {
  const { queue, cloudTasks, clock } = await queueInCloudTasks();
  return {
    queue,
    async run() {
      return cloudTasks.runAll().map(({ url, body = '' }) => ({
        of: url === checkConnectorUrl ? 'check-connector' : 'check-connectors',
        told: JSON.parse(Buffer.from(body, 'base64').toString()) as unknown,
      }));
    },
    async pass(milliseconds) {
      clock.moveTo(new Date(clock.now().getTime() + milliseconds));
    },
  };
});

describe('a task in Cloud Tasks', () => {
  test('calls its function with ids alone, under a token for that function', async () => {
    const { queue, cloudTasks } = await queueInCloudTasks();

    await queue.add(task);
    await queue.addContinuation({ name: 'next', after });

    const expected = (id: string, url: string) => ({
      name: expect.stringMatching(`^${queueName}/tasks/[0-9a-f]{32}-${id}$`) as string,
      dispatchDeadline: '600s',
      httpRequest: {
        url,
        httpMethod: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: expect.any(String) as string,
        oidcToken: { serviceAccountEmail: invoker, audience: url },
      },
    });
    expect(cloudTasks.tasks()).toEqual([
      expected(`check-${connectorId}-2026-03-02T09-00-00-000Z`, checkConnectorUrl),
      expected('continue-next', checkConnectorsUrl),
    ]);
  });

  test('has a name that begins unlike that of its neighbour', async () => {
    const { queue, cloudTasks } = await queueInCloudTasks();
    for (let n = 0; n < 64; n += 1) await queue.add({ ...task, name: sampleId('connector', n) });

    const begins = cloudTasks
      .tasks()
      .map(({ name }) => name.slice(`${queueName}/tasks/`.length)[0]);

    expect(new Set(begins).size).toBeGreaterThan(8);
  });
});
