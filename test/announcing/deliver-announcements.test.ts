import { describe, expect, test } from 'vitest';
import { deliverAnnouncements } from '../../shared/announcing/deliver-announcements.ts';
import type { Announcer } from '../../shared/ports/announcer.ts';
import { globex, sampleId } from '../support/sample-records.ts';
import { event, minute, outbox, silent } from './outbox.ts';

const all = { limit: 10 };

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

  test('leaves what only a later release can tell, with what follows of its connector, and says which', async () => {
    const { delivering, told, lines, waiting, putRaw } = await outbox(event(3), event(4, 2));
    putRaw({ ...event(2), dataschema: 'urn:bigquery-connector:event:connector-health-changed:2' });

    expect(await deliverAnnouncements(delivering, all)).toEqual({ announced: 1, waiting: 2 });

    expect(told).toEqual([event(4, 2)]);
    expect(lines).toContainEqual({
      name: 'announcement-delayed',
      severity: 'ERROR',
      facts: {
        eventId: event(2).id,
        source: '/workspaces/acme',
        connectorId: sampleId('connector'),
        waiting: 2,
        waitingSince: minute(2),
        error: 'UnknownKind',
      },
    });
    expect((await waiting()).map(({ id }) => id)).toEqual([event(2).id, event(3).id]);
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
});
