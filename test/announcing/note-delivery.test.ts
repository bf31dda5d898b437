import { describe, expect, test } from 'vitest';
import { deliverAnnouncements } from '../../shared/announcing/deliver-announcements.ts';
import { PermissionDenied } from '../../shared/problems/permission-denied.ts';
import { sampleId } from '../support/sample-records.ts';
import { sampleDifference, sampleDriftEvent, sampleEvent } from '../support/sample-events.ts';
import { event, minute, outbox, silent } from './outbox.ts';

const all = { limit: 10 };

describe('the log of a delivery', () => {
  test('has one line for each that was announced, without the customer’s words', async () => {
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

  test('tells of drift the aspects alone, and of what drifted with a change too', async () => {
    const twice = [sampleDifference, { ...sampleDifference, is: 'FLOAT' }];
    const other = { ...sampleDifference, aspect: 'key-expires' };
    const { delivering, lines } = await outbox(
      sampleDriftEvent(1, { differences: [...twice, other] }, minute(1)),
      sampleEvent(2, { differences: [other] }, minute(2)),
    );

    await deliverAnnouncements(delivering, all);

    expect(lines).toMatchObject([
      {
        name: 'connector-drift-found',
        facts: { workspace: 'acme', state: 'healthy', aspects: 'column-type, key-expires' },
      },
      { name: 'connector-health-changed', facts: { to: 'broken', aspects: 'key-expires' } },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/subscribers|STRING|Newsletter/);
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
  ])('says what keeps an announcement, where that %s', async (_, error, severity, facts) => {
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
