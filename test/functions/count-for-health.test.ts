import { expect, test } from 'vitest';
import { countForHealth } from '../../functions/validate-connection/count-for-health.ts';
import { localConnectorStore } from '../../shared/adapters/local/local-connector-store.ts';
import { systemStamps } from '../../shared/adapters/system/system-stamps.ts';
import { sampleConnection, sampleConnector, sampleValidation } from '../support/sample-records.ts';
import { sampleSighting } from '../support/sample-sighting.ts';
import { databaseInMemory } from '../adapters/local/database-in-memory.ts';

const { connectorId } = sampleConnector();
const seen = sampleSighting({ dataset: { location: 'US' } });

/** The connector after a check now of the connection that it had when that began. */
async function checkedNow(saved = sampleConnection()) {
  const store = localConnectorStore({ database: databaseInMemory(), now: systemStamps.now });
  await store.transaction('acme', async (drawer) => {
    drawer.putConnector(sampleConnector({ saved: sampleSighting() }));
  });
  await store.transaction('acme', async (drawer) => {
    const record = await drawer.connector(connectorId);
    const made = { ...sampleValidation({ sighting: seen }), saved };
    if (record) countForHealth(drawer, 'acme', record, made, systemStamps);
  });
  return store.connector('acme', connectorId);
}

test('what is checked now is compared with what was saved, and its bytes are counted', async () => {
  expect(await checkedNow()).toMatchObject({
    drift: [{ aspect: 'dataset-moved', was: 'EU', is: 'US' }],
    billed: { bytes: 10_485_760 },
    shapes: { counted: 'shape-of-the-table' },
  });
});

test('what was given another connection meanwhile is not compared with what was checked', async () => {
  const before = sampleConnection({ location: 'asia-east1' });

  expect(await checkedNow(before)).toEqual(sampleConnector({ saved: sampleSighting() }));
});
