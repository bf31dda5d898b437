import { expect, test } from 'vitest';
import { asConnector } from '../../shared/connectors/as-connector.ts';
import { connector } from '../../shared/schemas/connector.ts';
import { sampleConnector, savedAt, validatedAt } from '../support/sample-records.ts';
import { sampleSighting } from '../support/sample-sighting.ts';

test('a connector as callers see it has nothing that only checks keep', () => {
  const record = sampleConnector({
    nextCheckAt: savedAt,
    fullyCheckedAt: savedAt,
    saved: sampleSighting(),
    previousSaved: sampleSighting(),
    drift: [],
    driftTold: [],
    shapes: {},
    billed: { day: '2026-03-02', bytes: 1 },
  });

  const seen = asConnector(record, new Date(savedAt));

  expect(connector.parse(seen)).toEqual(seen);
});

test('a connector tells when it is checked next, unless it is paused', () => {
  const record = sampleConnector({ nextCheckAt: savedAt });
  const now = new Date(validatedAt);

  expect(asConnector(record, now)).toHaveProperty('nextCheckAt', savedAt);
  expect(asConnector({ ...record, paused: true }, now)).not.toHaveProperty('nextCheckAt');
});
