import { once } from 'node:events';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { Call } from '../../deployed-service/client.ts';
import { askAll } from './ask-all.ts';

interface Flooding {
  port: number;
  call: Call;
  clients: number;
}

/**
 * Clients that ask as fast as they can, in a thread of their own: who measures beside them would else wait for them, and
 * not for the instance. Gives what ends them and tells how often each status was answered.
 */
export function beginFlood(flooding: Flooding): () => Promise<Map<number, number>> {
  const worker = new Worker(import.meta.filename, { workerData: flooding });
  const ended = once(worker, 'message') as Promise<[Map<number, number>]>;
  return async () => {
    worker.postMessage('enough');
    const [statuses] = await ended;
    await worker.terminate();
    return statuses;
  };
}

async function floodUntilEnough({ port, call, clients }: Flooding): Promise<void> {
  const statuses = new Map<number, number>();
  let enough = false;
  parentPort?.once('message', () => (enough = true));
  await askAll(port, {
    clients,
    until: () => enough,
    nextCall: () => call,
    heard({ status }) {
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    },
  });
  parentPort?.postMessage(statuses);
}

if (parentPort) await floodUntilEnough(workerData as Flooding);
