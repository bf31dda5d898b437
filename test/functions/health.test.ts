import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { localConnectorStore } from '../../shared/adapters/local/local-connector-store.ts';
import { localKeyVault } from '../../shared/adapters/local/local-key-vault.ts';
import { systemStamps } from '../../shared/adapters/system/system-stamps.ts';
import { connectorId, keyId } from '../../shared/schemas/identifiers.ts';
import type { HealthEvent } from '../../shared/schemas/health-event.ts';
import { healthInProcess } from '../../tools/local-service/health-in-process.ts';
import { databaseInMemory } from '../adapters/local/database-in-memory.ts';
import { privateKeyPem } from '../support/make-key.ts';
import {
  sampleConnection,
  sampleConnector,
  sampleKey,
  sampleKeyFacts,
} from '../support/sample-records.ts';
import { type Incident, privateKeyId, scriptedGoogle } from '../support/scripted-google.ts';
import { sealingKeyOf } from '../support/sealing-key-of.ts';
import { virtualTimer } from '../support/virtual-timer.ts';

const start = '2026-03-02T00:00:00.000Z';
const hourMs = 3_600_000;
const emailOf = (index: number) => `reader${String(index)}@acme-analytics.iam.gserviceaccount.com`;

/** Some connectors, each in a workspace of its own, over a Google that follows a script by the hour. */
async function fleet(count: number, incidentAt: (index: number, hour: number) => Incident) {
  const timer = virtualTimer(start);
  const { now } = timer;
  const database = databaseInMemory();
  const keys = localKeyVault({ database, sealingKey: sealingKeyOf(randomBytes(32)), now });
  const connectors = localConnectorStore({ database, now });
  const began = Date.parse(start);
  const google = scriptedGoogle((email) => {
    const index = Number(/\d+/.exec(email)?.[0]);
    return incidentAt(index, (now().getTime() - began) / hourMs);
  });
  for (let index = 0; index < count; index += 1) {
    const workspace = `w${String(index)}`;
    const id = keyId.parse(`key-${systemStamps.newId()}`);
    const email = emailOf(index);
    const key = sampleKey({ privateKey: privateKeyPem(), privateKeyId, clientEmail: email });
    await keys.add(workspace, id, key, new Date(began + 24 * hourMs));
    await keys.keep(workspace, id);
    const fingerprint = `sha256:${index.toString(16).padStart(64, '0')}`;
    await connectors.transaction(workspace, async (drawer) => {
      drawer.putConnector(
        sampleConnector({
          connectorId: connectorId.parse(`con-${systemStamps.newId()}`),
          keyId: id,
          key: sampleKeyFacts({ clientEmail: email, fingerprint, privateKeyId }),
          connection: sampleConnection({ location: 'US' }),
          health: { state: 'healthy', since: start, checkedAt: start },
          nextCheckAt: new Date(began + 120_000).toISOString(),
        }),
      );
    });
  }
  const events: HealthEvent[] = [];
  const lines: { event: string; facts: object }[] = [];
  const health = healthInProcess({
    timer,
    note: (event, facts) => lines.push({ event, facts }),
    ports: { ...google, keys, connectors, stamps: { now, newId: systemStamps.newId } },
  });
  return {
    timer,
    lines,
    connectors,
    pass: async (hours: number) => {
      for (let minute = 0; minute < hours * 60; minute += 1) await timer.pass(60_000);
      for (const event of health.announced()) {
        if (!events.some(({ id }) => id === event.id)) events.push(event);
      }
    },
    /** What the world was told: when, of whom, and what. */
    told: () =>
      events.map(({ time, data: { workspace, from, to, check, cause } }) => ({
        hour: (Date.parse(time) - began) / hourMs,
        said: [workspace, `${from} → ${to}`, check, cause].filter(Boolean).join(' '),
      })),
    close: health.close,
  };
}

describe('two days of a fleet', () => {
  test('real breaks are told once, within an hour and a half, and their ends once; what passes is not told', async () => {
    const { told, pass, timer, lines, close } = await fleet(12, (index, hour) => {
      if (hour >= 24 && hour < 26) return 'down';
      if (hour >= 30 && hour < 31 && Math.floor(hour * 60 + index * 7) % 10 < 3) return 'down';
      if (index === 0 && hour >= 5) return 'key-deleted';
      if (index === 1 && hour >= 6 && hour < 12) return 'no-jobs';
      if (index === 2 && hour >= 8 && hour < 20) return 'quota';
      return 'fine';
    });
    await pass(36);
    timer.setClock(new Date(timer.now().getTime() + 3 * hourMs)); // a clock that was set forward
    await pass(12);
    await close();

    const announced = told();
    expect(announced.map(({ said }) => said)).toEqual([
      'w0 healthy → broken B1 key-gone',
      'w1 healthy → broken C2 jobs.create',
      'w1 broken → healthy',
    ]);
    const [deleted, removed, granted] = announced.map(({ hour }) => hour);
    expect(deleted).toBeLessThan(5 + 1.7);
    expect(removed).toBeLessThan(6 + 1.7);
    expect(granted).toBeGreaterThanOrEqual(12);
    expect(granted).toBeLessThan(12 + 9); // who is broken is asked more and more seldom
    expect(lines.filter(({ event }) => /dead-end|failed|delayed/.test(event))).toEqual([]);
  });

  test('each is checked some once an hour, and counted for money once a day', async () => {
    const { pass, lines, close } = await fleet(5, () => 'fine');
    await pass(24);
    await close();
    const checks = lines.filter(({ event }) => event === 'connector-checked');
    expect(checks.length).toBeGreaterThanOrEqual(5 * 22);
    expect(checks.length).toBeLessThanOrEqual(5 * 26);
    const full = checks.filter(({ facts }) => (facts as { full: boolean }).full);
    expect(full.length).toBeLessThanOrEqual(5 * 2);
    expect(full.length).toBeGreaterThanOrEqual(5);
  });
});
