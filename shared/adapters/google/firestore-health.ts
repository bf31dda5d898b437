import type { Firestore, Query } from '@google-cloud/firestore';
import {
  type FleetHealth,
  type HealthSummary,
  healthSummary,
  listedHealth,
} from '../../schemas/health.ts';
import type { ConnectorRecord } from '../../schemas/records.ts';

/** How the store asks: whatever goes wrong is told by it alone. */
export interface Asking {
  count: (query: Query) => Promise<number>;
  /** The record of the first document. */
  first: (query: Query) => Promise<ConnectorRecord | undefined>;
}

/**
 * Living connectors by their health, counted by Google: up to a thousand index entries are billed as one read. Over all
 * workspaces this needs indexes in the scope of the collection group `connectors`: living and health; unknownSince.
 */
export async function healthOf(
  connectors: Query,
  { count, first }: Asking,
): Promise<HealthSummary> {
  const living = connectors.where('living', '==', true);
  const [counts, unknown] = await Promise.all([
    Promise.all(
      listedHealth.options.map(
        async (state) => [state, await count(living.where('health', '==', state))] as const,
      ),
    ),
    first(connectors.orderBy('unknownSince').limit(1)),
  ]);
  const since = unknown?.health.since;
  return healthSummary.parse({
    ...Object.fromEntries(counts),
    ...(since !== undefined && { oldestUnknownSince: since }),
  });
}

/** With what is due, by the index that finds it. */
export async function fleetHealthOf(
  firestore: Firestore,
  at: Date,
  asking: Asking,
): Promise<FleetHealth> {
  const all = firestore.collectionGroup('connectors');
  const isDue = all.where('dueAt', '<=', at.getTime());
  const [health, due, oldest] = await Promise.all([
    healthOf(all, asking),
    asking.count(isDue),
    asking.first(isDue.orderBy('dueAt').limit(1)),
  ]);
  const dueAt = oldest?.nextCheckAt;
  return { ...health, due, ...(dueAt !== undefined && { oldestDueAt: dueAt }) };
}
