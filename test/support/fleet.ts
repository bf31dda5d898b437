import { randomBytes } from 'node:crypto';
import { localConnectorStore } from '../../shared/adapters/local/local-connector-store.ts';
import { localKeyVault } from '../../shared/adapters/local/local-key-vault.ts';
import { systemStamps } from '../../shared/adapters/system/system-stamps.ts';
import type { Announcement } from '../../shared/schemas/announcement.ts';
import { healthInProcess } from '../../tools/local-service/health-in-process.ts';
import { databaseInMemory } from '../adapters/local/database-in-memory.ts';
import { saveConnector } from './save-connector.ts';
import { type Incident, scriptedGoogle } from './scripted-google.ts';
import { sealingKeyOf } from './sealing-key-of.ts';
import { virtualTimer } from './virtual-timer.ts';

const start = '2026-03-02T00:00:00.000Z';
export const hourMs = 3_600_000;
const emailOf = (index: number) => `reader${String(index)}@acme-analytics.iam.gserviceaccount.com`;

/** Some connectors, each in a workspace of its own, over a Google that follows a script by the hour. */
export async function fleet(count: number, incidentAt: (index: number, hour: number) => Incident) {
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
    const dueAt = new Date(began + 120_000);
    const saved = { email: emailOf(index), dueAt, number: index };
    await saveConnector({ keys, connectors, now }, `w${String(index)}`, saved);
  }
  const events: Announcement[] = [];
  const lines: { event: string; facts: object }[] = [];
  const health = healthInProcess({
    timer,
    note: (event, facts) => lines.push({ event, facts }),
    ports: { ...google, keys, connectors, stamps: { now, newId: () => systemStamps.newId() } },
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
      events.map((event) => ({
        hour: (Date.parse(event.time) - began) / hourMs,
        said: `${event.data.workspace} ${saidBy(event)}`,
      })),
    close: health.close,
  };
}

function saidBy(event: Announcement): string {
  if (event.type === 'connector.drift.found')
    return event.data.differences.map(({ aspect }) => aspect).join(' ');
  const { from, to, check, cause } = event.data;
  return [`${from} → ${to}`, check, cause].filter(Boolean).join(' ');
}
