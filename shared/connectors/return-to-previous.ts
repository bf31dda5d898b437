import type { Drawer } from '../ports/connector-store.ts';
import type { Stamps } from '../ports/stamps.ts';
import { Problem } from '../problems/problem.ts';
import type { ConnectorRecord } from '../schemas/records.ts';
import { changeExpiry, changeOf } from './change-of.ts';
import { checkSoon, tendSoon } from './check-soon.ts';
import { toldOf } from './health-after.ts';
import { retireKey } from './retire-key.ts';
import { wayBack, wayBackUntil } from './way-back.ts';

/**
 * Writes the key and the connection from before the last rotation back; the key that is left can be returned to as well.
 * Refuses with `nothing-to-roll-back`, or `key-not-found` where the way back is closed.
 */
export async function returnToPrevious(
  drawer: Drawer,
  before: ConnectorRecord,
  by: string,
  stamps: Stamps,
): Promise<ConnectorRecord> {
  const now = stamps.now();
  const until = wayBackUntil(now);
  const after = returned(before, now, until, by, stamps.newId());
  const [left, taken] = [await drawer.key(before.keyId), await drawer.key(after.keyId)];
  if (!taken)
    throw new Problem('key-not-found', 'Upload the key file again: the key was destroyed.');
  if (left) drawer.putKey({ ...left, expiresAt: until });
  drawer.putKey({ ...taken, expiresAt: undefined });
  drawer.putConnector(after);
  const detail = `${before.key.privateKeyId} → ${after.key.privateKeyId}`;
  const change = changeOf(stamps, by, 'rolled-back', detail);
  drawer.addChange(before.connectorId, change, changeExpiry(change));
  return after;
}

function returned(
  before: ConnectorRecord,
  now: Date,
  until: string,
  by: string,
  etag: string,
): ConnectorRecord {
  const { keyId, key, connection } = before;
  const previous = wayBack(before, now);
  if (!previous) {
    throw new Problem(
      'nothing-to-roll-back',
      'A previous key is kept for 7 days after a rotation; upload a key instead.',
    );
  }
  return {
    ...before,
    keyId: previous.keyId,
    key: previous.key,
    connection: previous.connection,
    previous: { keyId, key, connection, until },
    ...retireKey(before, now),
    saved: before.previousSaved,
    previousSaved: before.saved,
    drift: undefined,
    driftTold: undefined,
    health: {
      state: 'unknown',
      since: now.toISOString(),
      checkedAt: before.health.checkedAt,
      ...toldOf(before.health),
    },
    updatedAt: now.toISOString(),
    updatedBy: by,
    etag,
    ...(before.paused ? tendSoon(now) : checkSoon(now)),
  };
}
