import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { checkConnectors } from '../../../functions/check-connectors/check-connectors.ts';
import { createTaskCall } from '../../../shared/adapters/google/cloud-tasks-calls.ts';
import { cloudTasksQueue } from '../../../shared/adapters/google/cloud-tasks-queue.ts';
import { localAnnouncer } from '../../../shared/adapters/local/local-announcer.ts';
import type { ConnectorStore } from '../../../shared/ports/connector-store.ts';
import type { Counts } from './emulated-firestore.ts';

const mostSeconds = 30;
const delayMs = 20;
const queueName = 'projects/acme-platform/locations/us-central1/queues/checks';
const url = 'https://us-central1-acme-platform.cloudfunctions.net/check-connector';

/** One pass over what is due, from Firestore's emulator into a stand-in for Cloud Tasks over HTTP that takes its time. */
export async function tellOnePass(
  store: ConnectorStore,
  take: () => Counts,
  { now, due }: { now: Date; due: number },
): Promise<string[]> {
  const file = fileURLToPath(new URL('cloud-tasks-process.ts', import.meta.url));
  const standIn = fork(file, [queueName, String(delayMs)], { execArgv: [] });
  try {
    const [port] = (await once(standIn, 'message')) as [number];
    const target = { protocol: 'http:', host: '127.0.0.1', port } as const;
    const token = { getRequestHeaders: () => ({ authorization: 'Bearer token' }) };
    const queue = cloudTasksQueue({
      createTask: createTaskCall(token, target),
      queue: queueName,
      checkConnectorUrl: url,
      checkConnectorsUrl: `${url}s`,
      invoker: 'check-queue@acme-platform.iam.gserviceaccount.com',
    });
    // The clock of what is due stands still; the pass itself is measured by the real one.
    const began = Date.now();
    const clock = () => new Date(now.getTime() + Date.now() - began);
    take();
    let findingMs = 0;
    const timed: typeof store = {
      ...store,
      async due(query) {
        const asked = performance.now();
        const page = await store.due(query);
        findingMs += performance.now() - asked;
        return page;
      },
    };
    const ports = { connectors: timed, queue, announcer: localAnnouncer(), now: clock };
    const passed = await checkConnectors({}, ports, () => undefined);
    const seconds = (Date.now() - began) / 1000;
    const { reads } = take();
    console.log(
      `one pass over ${String(due)} due: ${seconds.toFixed(1)} s, ${String(passed.added)} tasks, ${String(reads)} reads; each answer of Cloud Tasks takes ${String(delayMs)} ms`,
    );
    console.log(`  of which the emulator took ${(findingMs / 1000).toFixed(1)} s to find them`);
    return [
      ...(seconds > mostSeconds ? [`a pass took ${seconds.toFixed(1)} s`] : []),
      ...(passed.added === due && !passed.continued
        ? []
        : [`${String(passed.added)} of ${String(due)} were put on the queue in one pass`]),
    ];
  } finally {
    const ended = once(standIn, 'close');
    standIn.kill();
    await ended;
  }
}
