import { expect, test } from 'vitest';
import { asConnector } from '../../shared/connectors/as-connector.ts';
import { sampleConnector, savedAt, validatedAt } from '../support/sample-records.ts';

test('a connector tells when it is checked next, unless it is paused', () => {
  const record = sampleConnector({ nextCheckAt: savedAt });
  const now = new Date(validatedAt);

  expect(asConnector(record, now)).toHaveProperty('nextCheckAt', savedAt);
  expect(asConnector({ ...record, paused: true }, now)).not.toHaveProperty('nextCheckAt');
});
