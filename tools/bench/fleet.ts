import { firestoreConnectorStore } from '../../shared/adapters/google/firestore-connector-store.ts';
import { countedDay } from './fleet/counted-day.ts';
import { tellDueReads } from './fleet/due-reads.ts';
import { emulatedFirestore } from './fleet/emulated-firestore.ts';
import { tellOnePass } from './fleet/one-pass.ts';
import { seedFleet } from './fleet/seed-fleet.ts';
import { spreadOfADay } from './fleet/spread.ts';
import { checksADay, tellSpread } from './fleet/tell-spread.ts';
import { tellPrice } from './fleet/tell-price.ts';

const connectors = 100_000;
const due = 5000;
/** What Cloud Tasks is to be told for a fleet of this size: a quarter more than its mean. */
const dispatchesASecond = 40;

/**
 * A hundred thousand connectors: how evenly their checks are spread over a day, what it costs to find those that are due,
 * how long a pass over five thousand takes, and what a month costs at list prices. Fails where a limit is broken.
 */
export async function benchFleet(): Promise<void> {
  process.env.METADATA_SERVER_DETECTION = 'none';
  const spread = spreadOfADay({ connectors, dispatchesASecond });
  const broken = tellSpread(spread);
  console.log('');
  const now = new Date('2026-03-02T00:00:00.000Z');
  const at = (count: number) => new Date(now.getTime() + (count - due) * 20);
  const emulated = await emulatedFirestore();
  try {
    const { firestore, take } = emulated;
    broken.push(...tellPrice(await countedDay(emulated), checksADay(spread)));
    console.log('');
    await emulated.clear();
    const dueAt = (n: number) => at(n + 1);
    const store = firestoreConnectorStore({ firestore, now: () => now });
    // The emulator looks through all documents at each query, where Firestore seeks: time is taken among a few.
    await seedFleet(firestore, { from: 0, to: 2 * due }, dueAt);
    broken.push(...(await tellOnePass(store, take, { now, due })));
    await seedFleet(firestore, { from: 2 * due, to: connectors }, dueAt);
    console.log(`among ${connectors.toLocaleString('en')} connectors`);
    const counts = [0, 50, 500, due].map((count): [number, Date] => [count, at(count)]);
    broken.push(...(await tellDueReads(store, take, counts)));
  } finally {
    await emulated.close();
  }
  for (const limit of broken) console.error(`Too much: ${limit}.`);
  if (broken.length > 0) process.exitCode = 1;
}
