import { changeExpiry, changeOf } from '../connectors/change-of.ts';
import type { DriftAfter } from '../connectors/drift/drift-after.ts';
import type { Drawer } from '../ports/connector-store.ts';
import type { Stamps } from '../ports/stamps.ts';
import type { ConnectorRecord } from '../schemas/records.ts';

/** A line of history for each difference that is told, and for each that was told and is no more. */
export function noteDrift(
  drawer: Pick<Drawer, 'addChange'>,
  { connectorId }: Pick<ConnectorRecord, 'connectorId'>,
  { told, gone }: Pick<DriftAfter, 'told' | 'gone'>,
  stamps: Stamps,
): void {
  const lines = [
    ...told.map(({ detail }) => detail),
    ...gone.map(({ detail }) => `No longer so: ${detail}`),
  ];
  for (const line of lines) {
    const change = changeOf(stamps, 'service', 'drifted', line);
    drawer.addChange(connectorId, change, changeExpiry(change));
  }
}
