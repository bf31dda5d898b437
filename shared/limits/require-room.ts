import type { Drawer } from '../ports/connector-store.ts';
import { Problem } from '../problems/problem.ts';
import type { Limits } from './limits.ts';

/** Reads, in the transaction that makes a connector live. Refuses with `connector-cap-reached`. */
export async function requireRoomForConnector(
  drawer: Pick<Drawer, 'connectorCount'>,
  { connectors }: Limits,
): Promise<void> {
  if ((await drawer.connectorCount()) < connectors) return;
  throw new Problem(
    'connector-cap-reached',
    `Delete a connector that is not needed: a workspace may have ${String(connectors)}.`,
  );
}

/**
 * Reads, in the transaction that notes a new key. Refuses with `key-cap-reached`. Every key comes by an upload, so this
 * bounds them all: those that wait, those in use, one each, and those that a roll-back or a restore could return to.
 */
export async function requireRoomForKey(
  drawer: Pick<Drawer, 'connectorCount' | 'endingKeyCount' | 'pendingKeyCount'>,
  { keys, pendingKeys }: Limits,
): Promise<void> {
  if ((await drawer.pendingKeyCount()) >= pendingKeys)
    throw new Problem(
      'key-cap-reached',
      `Save connectors with the keys that were uploaded, or wait: at most ${String(pendingKeys)} keys wait, each for 24 hours.`,
    );
  if ((await drawer.endingKeyCount()) + (await drawer.connectorCount()) >= keys)
    throw new Problem(
      'key-cap-reached',
      `Wait, or delete connectors: a workspace has at most ${String(keys)} keys, of which those before a rotation go after 7 days and those of deleted connectors after 8.`,
    );
}
