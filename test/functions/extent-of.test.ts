import { describe, expect, test } from 'vitest';
import { extentOf } from '../../functions/check-connector/extent-of.ts';
import type { ConnectorRecord } from '../../shared/schemas/records.ts';
import type { Check } from '../../shared/schemas/report.ts';
import { sampleConnector, sampleReport } from '../support/sample-records.ts';

const now = new Date('2026-03-02T12:00:00.000Z');
const gibibyte = 1024 ** 3;
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString();
const counted = (outcome: Check['outcome']) => {
  const { checks, ...report } = sampleReport();
  return { ...report, checks: checks.map((check) => ({ ...check, outcome })) };
};
const record = (changed: Partial<ConnectorRecord> = {}) =>
  sampleConnector({
    fullyCheckedAt: hoursAgo(1),
    shapes: { counted: 'a-table', tried: 'a-dataset' },
    ...changed,
  });
const failing = { state: 'healthy', since: hoursAgo(9), checkedAt: hoursAgo(1) } as const;

describe('a check of the schedule', () => {
  test.each<[string, Partial<ConnectorRecord>, boolean]>([
    ['an hour after a full one looks', {}, false],
    ['a day after a full one is full', { fullyCheckedAt: hoursAgo(24) }, true],
    ['without a full one before is full', { fullyCheckedAt: undefined }, true],
    [
      'that has to confirm a failure is full',
      { health: { ...failing, failingSince: hoursAgo(1) } },
      true,
    ],
    [
      'of one that is broken looks',
      { health: { ...failing, state: 'broken', failingSince: hoursAgo(1) } },
      false,
    ],
    [
      'a day after a full one looks where the day’s bytes are spent',
      { fullyCheckedAt: hoursAgo(24), billed: { day: '2026-03-02', bytes: gibibyte - 1000 } },
      false,
    ],
  ])('%s', (_, changed, full) => {
    expect(extentOf(record(changed), now).full).toBe(full);
  });

  test.each<[string, Partial<ConnectorRecord>, unknown]>([
    ['only in another table', {}, { unlessShape: 'a-table' }],
    ['where they failed last', { latestReport: counted('failed') }, 'always'],
    ['where nobody could tell last', { latestReport: counted('inconclusive') }, 'always'],
    ['where they were never counted', { latestReport: counted('skipped') }, 'always'],
    ['where nobody knows of which table they were', { shapes: undefined }, 'always'],
  ])('counts keys again %s', (_, changed, keys) => {
    expect(extentOf(record(changed), now).extent.keys).toEqual(keys);
  });

  test('has the bytes that are left of the day', () => {
    const billed = { day: '2026-03-02', bytes: 1000 };

    expect(extentOf(record({ billed }), now).extent.bytesLeft).toBe(gibibyte - 1000);
  });
});
