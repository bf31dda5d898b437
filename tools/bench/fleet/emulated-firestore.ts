import { Firestore } from '@google-cloud/firestore';
import { requireEmulator, startEmulator } from '../../emulators/firestore-emulator.ts';

export interface Counts {
  /** As Firestore charges them: each document that came, and one where none did. */
  reads: number;
  writes: number;
  deletes: number;
}

export interface CountedFirestore {
  firestore: Firestore;
  /** What was asked since the last time. */
  take: () => Counts;
  clear: () => Promise<void>;
  close: () => Promise<void>;
}

const projectId = 'demo-connectors';

/** Google's Firestore emulator behind Google's client, of which every call is counted (https://cloud.google.com/firestore/pricing). */
export async function emulatedFirestore(): Promise<CountedFirestore> {
  const emulator = await startEmulator(requireEmulator());
  const firestore = new Firestore({
    projectId,
    host: emulator.host,
    ssl: false,
    customHeaders: { Authorization: 'Bearer owner' },
    ignoreUndefinedProperties: true,
  });
  const take = countCalls(firestore);
  return {
    firestore,
    take,
    clear: async () => emulator.clear(projectId),
    async close() {
      await firestore.terminate();
      await emulator.stop();
    },
  };
}

type Send = (method: string, ...rest: unknown[]) => Promise<unknown>;
interface Answer {
  document?: unknown;
  found?: unknown;
  missing?: unknown;
}

/** All calls of the client pass these two methods, whatever is above them. */
function countCalls(firestore: Firestore): () => Counts {
  let counts: Counts = { reads: 0, writes: 0, deletes: 0 };
  const client = firestore as unknown as { request: Send; requestStream: Send };
  const { request, requestStream } = client;
  client.request = async (method, ...rest) => {
    if (method === 'commit') {
      const [{ writes = [] }] = rest as [{ writes?: { delete?: unknown }[] }];
      const deletes = writes.filter((write) => write.delete !== undefined).length;
      counts.deletes += deletes;
      counts.writes += writes.length - deletes;
    }
    return request.call(firestore, method, ...rest);
  };
  client.requestStream = async (method, ...rest) => {
    const stream = (await requestStream.call(firestore, method, ...rest)) as NodeJS.ReadableStream;
    let came = 0;
    stream.on('data', ({ document, found, missing }: Answer) => {
      if (document ?? found ?? missing) came += 1;
    });
    stream.on('end', () => {
      counts.reads += Math.max(1, came);
    });
    return stream;
  };
  return () => {
    const taken = counts;
    counts = { reads: 0, writes: 0, deletes: 0 };
    return taken;
  };
}
