import type { ConnectorStore, Drawer } from '../../../shared/ports/connector-store.ts';
import { acme } from '../../support/sample-records.ts';
import type { MovableClock } from '../movable-clock.ts';

export interface StoreUnderTest {
  /** Empty. */
  store: ConnectorStore;
  /** Goes by the hour of the sample records until it is moved. */
  clock: MovableClock;
}

export type MakeStore = () => StoreUnderTest | Promise<StoreUnderTest>;

/** Writes in a transaction of its own. */
export async function write(
  store: ConnectorStore,
  work: (drawer: Drawer) => void,
  workspace = acme,
): Promise<void> {
  await store.transaction(workspace, async (drawer) => {
    work(drawer);
  });
}

/** Reads in a transaction of its own. */
export async function look<T>(
  store: ConnectorStore,
  work: (drawer: Drawer) => Promise<T>,
  workspace = acme,
): Promise<T> {
  return store.transaction(workspace, work);
}
