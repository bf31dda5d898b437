import { type CloudTasks, createCloudTasks } from '../../sandbox/cloud-tasks/cloud-tasks.ts';
import { cloudTasksListener } from '../../sandbox/cloud-tasks/rest-front.ts';
import { createTaskCall } from '../../shared/adapters/google/cloud-tasks-calls.ts';
import {
  type CloudTasksQueueOptions,
  cloudTasksQueue,
} from '../../shared/adapters/google/cloud-tasks-queue.ts';
import type { HeaderSource } from '../../shared/adapters/google/rest-transport/metadata-tokens.ts';
import type { TaskQueue } from '../../shared/ports/task-queue.ts';
import { movableClock, type MovableClock } from '../contracts/movable-clock.ts';
import { listen } from './listen.ts';
import { uploadedAt } from './sample-records.ts';

export const queueName = 'projects/acme-platform/locations/europe-west1/queues/checks';
export const invoker = 'check-queue@acme-platform.iam.gserviceaccount.com';
export const checkConnectorUrl =
  'https://europe-west1-acme-platform.cloudfunctions.net/check-connector';
export const checkConnectorsUrl = `${checkConnectorUrl}s`;

export interface QueueInCloudTasks {
  queue: TaskQueue;
  cloudTasks: CloudTasks;
  clock: MovableClock;
  /** How long the adapter paused between its attempts: no time passes. */
  pauses: number[];
}

const signedIn: HeaderSource = {
  getRequestHeaders: () => ({ authorization: 'Bearer token-of-the-function' }),
};

/** The adapter over a stand-in that holds nothing yet. */
export async function queueInCloudTasks(
  options: Partial<CloudTasksQueueOptions> & { auth?: HeaderSource; attemptMs?: number } = {},
): Promise<QueueInCloudTasks> {
  const clock = movableClock(uploadedAt);
  const cloudTasks = createCloudTasks([queueName], { now: clock.now });
  const { hostname: host, port } = new URL(await listen(cloudTasksListener(cloudTasks)));
  const pauses: number[] = [];
  const queue = cloudTasksQueue({
    createTask: createTaskCall(options.auth ?? signedIn, {
      protocol: 'http:',
      host,
      port: Number(port),
    }),
    queue: queueName,
    checkConnectorUrl,
    checkConnectorsUrl,
    invoker,
    patience: {
      attemptMs: options.attemptMs ?? 5_000,
      clock: {
        now: () => 0,
        async pause(milliseconds) {
          pauses.push(milliseconds);
        },
      },
    },
    ...options,
  });
  return { queue, cloudTasks, clock, pauses };
}
