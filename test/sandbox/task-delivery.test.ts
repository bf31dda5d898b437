import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createCloudTasks } from '../../sandbox/cloud-tasks/cloud-tasks.ts';
import { type DeliveryOptions, taskDelivery } from '../../sandbox/cloud-tasks/task-delivery.ts';

const queue = 'projects/acme-platform/locations/europe-west1/queues/checks';
const url = 'https://europe-west1-acme-platform.cloudfunctions.net/check-connector';
const account = 'check-queue@acme-platform.iam.gserviceaccount.com';

/** A stand-in whose tasks are sent as a test says. */
function delivering(options: DeliveryOptions) {
  const delivery = taskDelivery({ firstPauseMs: 1, ...options });
  const { createTask, tasks } = createCloudTasks([queue], { deliver: delivery.deliver });
  const add = async (id: string) =>
    createTask(queue, {
      task: {
        name: `${queue}/tasks/${id}`,
        httpRequest: {
          url,
          httpMethod: 'POST',
          oidcToken: { serviceAccountEmail: account, audience: url },
        },
      },
    });
  return { add, tasks, ...delivery };
}

test('a task is sent until it is answered with 2xx, and its name stays taken', async () => {
  const answers = [503, 0, 204, 200];
  const retries: number[] = [];
  const { add, tasks, settled } = delivering({
    send: async (_, retry) => {
      retries.push(retry);
      return answers.shift() ?? 0;
    },
  });

  await add('one');
  expect(tasks()).toHaveLength(1);
  await settled();

  expect([retries, answers, tasks()]).toEqual([[0, 1, 2], [200], []]);
  await expect(add('one')).rejects.toMatchObject({ word: 'ALREADY_EXISTS' });
});

test('a task that is never done is over after its attempts', async () => {
  const tried: number[] = [];
  const { add, tasks, settled } = delivering({
    attempts: 3,
    send: async () => 400,
    tried: (_, status) => tried.push(status),
  });

  await add('one');
  await settled();

  expect([tried, tasks()]).toEqual([[400, 400, 400], []]);
});

test('a task is tried as often as the queue of a deployment has it, and nothing else ends it', async () => {
  const queueFile = readFileSync('terraform/queue.tf', 'utf8');
  const retries: number[] = [];
  const { add, settled } = delivering({
    send: async (_, retry) => {
      retries.push(retry);
      return 500;
    },
  });

  await add('one');
  await settled();

  expect(retries.length).toBe(Number(/max_attempts += (\d+)/.exec(queueFile)?.[1]));
  expect(queueFile).toMatch(/max_retry_duration = "0s"/);
});

test('no more are under way than may be at once, and all come to it', async () => {
  let underWay = 0;
  let most = 0;
  let sent = 0;
  const { add, settled } = delivering({
    atOnce: 2,
    send: async () => {
      most = Math.max(most, (underWay += 1));
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
      sent += 1;
      return 200;
    },
  });

  await Promise.all(['a', 'b', 'c', 'd', 'e'].map(add));
  await settled();

  expect([most, sent]).toEqual([2, 5]);
});

test('what waits for another attempt when the stand-in ends is dropped', async () => {
  const tried = Promise.withResolvers<undefined>();
  const { add, settled, close } = delivering({
    firstPauseMs: 3_600_000,
    send: async () => 503,
    tried: () => {
      tried.resolve(undefined);
    },
  });

  await add('one');
  await tried.promise;
  close();
  await settled();
});
