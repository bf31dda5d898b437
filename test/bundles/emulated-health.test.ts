import { describe, expect, onTestFinished, test } from 'vitest';
import { systemStamps } from '../../shared/adapters/system/system-stamps.ts';
import type { ConnectorRecord } from '../../shared/schemas/records.ts';
import { emulatorJar } from '../../tools/emulators/firestore-emulator.ts';
import { emulatedStorage } from '../../tools/local-service/emulated-storage.ts';
import { healthInProcess } from '../../tools/local-service/health-in-process.ts';
import { quietLog } from '../support/quiet-log.ts';
import { saveConnector } from '../support/save-connector.ts';
import { type Incident, scriptedGoogle } from '../support/scripted-google.ts';
import { virtualTimer } from '../support/virtual-timer.ts';

const minuteMs = 60_000;

describe.skipIf(emulatorJar() === undefined)('with Java and Google’s Firestore emulator', () => {
  test('what `npm start -- --emulators` keeps in Firestore is checked by its schedule, and a break is told', async () => {
    quietLog();
    const timer = virtualTimer();
    const { now } = timer;
    const storage = await emulatedStorage(now);
    const { keys, connectors } = storage;
    let incident: Incident = 'fine';
    const saved = { email: 'reader@acme-analytics.iam.gserviceaccount.com', dueAt: now() };
    const { connectorId } = await saveConnector({ keys, connectors, now }, 'acme', saved);
    const stamps = { now, newId: () => systemStamps.newId() };
    const google = scriptedGoogle(() => incident);
    const health = healthInProcess({ timer, ports: { ...google, keys, connectors, stamps } });
    onTestFinished(async () => {
      await health.close();
      await storage.close();
    });
    /** Firestore answers when it does: time passes a little at each look, until it is so. */
    const comesTo = async (is: (record: ConnectorRecord) => boolean) =>
      expect
        .poll(
          async () => {
            await timer.pass(minuteMs);
            const record = await connectors.connector('acme', connectorId);
            return record !== undefined && is(record);
          },
          { interval: 10 },
        )
        .toBe(true);

    const saving = now().getTime();
    await comesTo(({ health: { checkedAt } }) => Date.parse(checkedAt) > saving);
    expect(health.announced()).toEqual([]);
    incident = 'key-deleted';
    await comesTo(({ health: { state } }) => state === 'broken');
    // A check and a pass may tell it at once; who hears it knows the id.
    const told = () => new Map(health.announced().map((event) => [event.id, event.data]));
    await expect.poll(() => told().size).toBe(1);
    expect([...told().values()]).toMatchObject([{ from: 'healthy', to: 'broken', check: 'B1' }]);
  });
});
