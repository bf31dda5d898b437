import { expect, test } from 'vitest';
import { asConnector } from '../../shared/connectors/as-connector.ts';
import { connector } from '../../shared/schemas/connector.ts';
import { sampleConnector, savedAt } from '../support/sample-records.ts';
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
