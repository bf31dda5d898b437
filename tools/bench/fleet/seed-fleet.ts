import type { Firestore } from '@google-cloud/firestore';
import { documentsOf } from '../../../shared/adapters/google/firestore-documents.ts';
import { systemStamps } from '../../../shared/adapters/system/system-stamps.ts';

const aBatch = 500;
const batchesAtOnce = 4;

/**
 * Connectors from one number to another, ten a workspace, the n-th due at the moment that is told. Of each record there is as much as the
 * query of what is due reads: the emulator takes a hundred thousand whole ones too, but not within minutes.
 */
export async function seedFleet(
  firestore: Firestore,
  { from, to }: { from: number; to: number },
  dueAt: (n: number) => Date,
): Promise<void> {
  for (let next = from; next < to; next += aBatch * batchesAtOnce) {
    const starts = Array.from({ length: batchesAtOnce }, (_, batch) => next + batch * aBatch);
    await Promise.all(starts.map(async (start) => commit(start, Math.min(to, start + aBatch))));
  }

  async function commit(first: number, end: number): Promise<void> {
    const batch = firestore.batch();
    for (let n = first; n < end; n += 1) {
      const due = dueAt(n);
      const { connector } = documentsOf(firestore, `w${String(Math.floor(n / 10))}`);
      const record = { nextCheckAt: due.toISOString() };
      batch.set(connector(`con-${systemStamps.newId()}`), { record, dueAt: due.getTime() });
    }
    if (first < end) await batch.commit();
  }
}
