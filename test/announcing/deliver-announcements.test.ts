import { describe, expect, test } from 'vitest';
import { localConnectorStore } from '../../shared/adapters/local/local-connector-store.ts';
import {
  deliverAnnouncements,
  type Delivering,
} from '../../shared/announcing/deliver-announcements.ts';
import type { Announcer } from '../../shared/ports/announcer.ts';
import { CallFailed } from '../../shared/problems/call-failed.ts';
import { PermissionDenied } from '../../shared/problems/permission-denied.ts';
import { Problem } from '../../shared/problems/problem.ts';
import type { HealthEvent } from '../../shared/schemas/health-event.ts';
import { databaseInMemory } from '../adapters/local/database-in-memory.ts';
import { movableClock } from '../contracts/movable-clock.ts';
import { sampleEvent } from '../support/sample-events.ts';
import { globex, sampleId } from '../support/sample-records.ts';

const minute = (n: number) => `2026-03-02T10:${String(n).padStart(2, '0')}:00.000Z`;
const event = (n: number, connector = 1, workspace = 'acme') =>
  sampleEvent(n, { connectorId: sampleId('connector', connector), workspace }, minute(n));
const all = { limit: 10 };
const silent = new Problem('store-unavailable', 'Try again soon.', {
  cause: new CallFailed('publish', 'UNAVAILABLE'),
});

describe('delivering announcements', () => {
  test('announces each once, the oldest first, and takes it out', async () => {
    const { delivering, told, waiting } = await outbox(event(2), event(1), event(3));

    expect(await deliverAnnouncements(delivering, all)).toEqual({ announced: 3, waiting: 0 });

    expect(told).toEqual([event(1), event(2), event(3)]);
    expect(await waiting()).toEqual([]);
    expect(await deliverAnnouncements(delivering, all)).toEqual({ announced: 0, waiting: 0 });
  });

  test('takes as many as it may, and leaves the younger ones', async () => {
    const { delivering, told, waiting } = await outbox(event(1), event(2), event(3));

    expect(await deliverAnnouncements(delivering, { limit: 2 })).toEqual({
      announced: 2,
      waiting: 0,
    });

    expect(told).toEqual([event(1), event(2)]);
    expect(await waiting()).toEqual([event(3)]);
  });

  test('leaves what is written in this moment to who wrote it', async () => {
    const { delivering, clock, told } = await outbox(event(1), event(2));
    clock.moveTo(minute(2));

    await deliverAnnouncements(delivering, all);

    expect(told).toEqual([event(1)]);
  });

  test('that fails leaves it and what follows of its connector in order, and stops no other one', async () => {
    const events = [event(1, 1), event(2, 2), event(3, 1), event(4, 2), event(5, 1, globex)];
    const { delivering, told, waiting } = await outbox(...events);
    const broken: Announcer = {
      async announce(each) {
        if (each.source === '/workspaces/acme' && each.subject === sampleId('connector')) {
          throw silent;
        }
        await delivering.announcer.announce(each);
      },
    };

    const delivery = await deliverAnnouncements({ ...delivering, announcer: broken }, all);

    expect(delivery).toEqual({ announced: 3, waiting: 2 });
    expect(told.map(({ id }) => id).toSorted()).toEqual(
      [event(2), event(4), event(5)].map(({ id }) => id),
    );
    expect(await waiting()).toEqual([event(1), event(3)]);

    await deliverAnnouncements(delivering, all);
    expect(told.slice(3)).toEqual([event(1), event(3)]);
  });

  test('that is stopped between telling and taking out tells it again, with the same id', async () => {
    const { delivering, told, waiting } = await outbox(event(1), event(2));
    const { connectors } = delivering;
    const stopped = {
      ...delivering,
      connectors: {
        announcements: connectors.announcements,
        announced: async () => Promise.reject(new Error('The process was killed.')),
      },
    };

    await deliverAnnouncements(stopped, all);
    expect(await waiting()).toEqual([event(1), event(2)]);
    await deliverAnnouncements(delivering, all);

    expect(told).toEqual([event(1), event(1), event(2)]);
    expect(await waiting()).toEqual([]);
  });

  test('by two at once loses none', async () => {
    const { delivering, told, waiting } = await outbox(event(1), event(2, 2));

    await Promise.all([
      deliverAnnouncements(delivering, all),
      deliverAnnouncements(delivering, all),
    ]);

    expect(new Set(told.map(({ id }) => id))).toEqual(new Set([event(1).id, event(2).id]));
    expect(await waiting()).toEqual([]);
  });

  test('writes one line for each that was announced, without the customer’s words', async () => {
    const { delivering, lines } = await outbox(event(1));

    await deliverAnnouncements(delivering, all);

    expect(lines).toEqual([
      {
        name: 'connector-health-changed',
        severity: undefined,
        facts: {
          eventId: event(1).id,
          workspace: 'acme',
          connectorId: sampleId('connector'),
          from: 'healthy',
          to: 'broken',
          since: event(1).data.since,
          announcedAs: minute(1),
          cause: 'key-deleted',
          check: 'B1',
        },
      },
    ]);
  });

  test.each([
    ['passes', silent, 'WARNING', { operation: 'publish', status: 'UNAVAILABLE' }],
    [
      'is the operator’s to mend',
      new PermissionDenied('pubsub.topics.publish', 'projects/p/topics/t'),
      'ERROR',
      { permission: 'pubsub.topics.publish', resource: 'projects/p/topics/t' },
    ],
    ['nobody foresaw', new TypeError('a secret'), 'ERROR', { error: 'TypeError' }],
  ])('says what keeps it, where that %s', async (_, error, severity, facts) => {
    const { delivering, lines } = await outbox(event(1), event(2));
    const announcer = { announce: async () => Promise.reject(error) };

    await deliverAnnouncements({ ...delivering, announcer }, all);

    expect(lines).toMatchObject([
      {
        name: 'announcement-delayed',
        severity,
        facts: { eventId: event(1).id, waiting: 2, waitingSince: minute(1), ...facts },
      },
    ]);
    expect(JSON.stringify(lines)).not.toContain('a secret');
  });
});

async function outbox(...events: HealthEvent[]) {
  const clock = movableClock(minute(30));
  const connectors = localConnectorStore({ database: databaseInMemory(), now: clock.now });
  for (const each of events) {
    await connectors.transaction(each.data.workspace, async (drawer) => {
      drawer.addAnnouncement(each);
    });
  }
  const told: HealthEvent[] = [];
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
  return { clock, delivering, told, lines, waiting };
}
