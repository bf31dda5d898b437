import { localConnectorStore } from '../../shared/adapters/local/local-connector-store.ts';
import type { Delivering } from '../../shared/announcing/deliver-announcements.ts';
import { CallFailed } from '../../shared/problems/call-failed.ts';
import { Problem } from '../../shared/problems/problem.ts';
import type { Announcement } from '../../shared/schemas/announcement.ts';
import { databaseInMemory } from '../adapters/local/database-in-memory.ts';
import { movableClock } from '../contracts/movable-clock.ts';
import { sampleEvent } from '../support/sample-events.ts';
import { sampleId } from '../support/sample-records.ts';

export const minute = (n: number) => `2026-03-02T10:${String(n).padStart(2, '0')}:00.000Z`;
/** The n-th, written in the n-th minute. */
export const event = (n: number, connector = 1, workspace = 'acme') =>
  sampleEvent(n, { connectorId: sampleId('connector', connector), workspace }, minute(n));

/** What an announcer says that does not answer now. */
export const silent = new Problem('store-unavailable', 'Try again soon.', {
  cause: new CallFailed('publish', 'UNAVAILABLE'),
});

/** A store in which these wait, half past ten, and an announcer that remembers. */
export async function outbox(...events: Announcement[]) {
  const clock = movableClock(minute(30));
  const database = databaseInMemory();
  const connectors = localConnectorStore({ database, now: clock.now });
  for (const each of events) {
    await connectors.transaction(each.data.workspace, async (drawer) => {
      drawer.addAnnouncement(each);
    });
  }
  /** As another release may have written it. */
  const putRaw = (raw: { id: string; time: string } & Record<string, unknown>) =>
    database.sql
      .prepare("INSERT INTO announcements VALUES ('acme', ?, ?, ?)")
      .run(raw.id, Date.parse(raw.time), JSON.stringify(raw));
  const told: Announcement[] = [];
  const lines: { name: string; facts: object; severity: string | undefined }[] = [];
  const delivering: Delivering = {
    connectors,
    announcer: {
      async announce(each) {
        told.push(each);
      },
    },
    note: (name, facts, severity) => lines.push({ name, facts, severity }),
    now: clock.now,
  };
  const waiting = async () => connectors.announcements({ limit: 10, before: new Date(minute(59)) });
  return { clock, delivering, told, lines, waiting, putRaw };
}
