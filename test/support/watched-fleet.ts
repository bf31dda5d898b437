import { randomBytes } from 'node:crypto';
import { checkConnectors } from '../../functions/check-connectors/check-connectors.ts';
import { localAnnouncer } from '../../shared/adapters/local/local-announcer.ts';
import { localConnectorStore } from '../../shared/adapters/local/local-connector-store.ts';
import { localKeyVault } from '../../shared/adapters/local/local-key-vault.ts';
import { systemStamps } from '../../shared/adapters/system/system-stamps.ts';
import type { CheckTask, TaskQueue } from '../../shared/ports/task-queue.ts';
import type { ConnectorRecord } from '../../shared/schemas/records.ts';
import { databaseInMemory } from '../adapters/local/database-in-memory.ts';
import { saveConnector } from './save-connector.ts';
import { type Incident, scriptedGoogle } from './scripted-google.ts';
import { sealingKeyOf } from './sealing-key-of.ts';
import { simulatedService } from './simulated-service.ts';
import { virtualTimer } from './virtual-timer.ts';

const start = '2026-03-02T00:00:00.000Z';

export interface HandedOut extends CheckTask {
  /** In seconds since the beginning, whatever the clock was set to. */
  at: number;
  due: number;
}

/** Connectors that fall due one second after the other, and a service whose schedule and clock can be meddled with. */
export async function watchedFleet(count: number, incident: () => Incident = () => 'fine') {
  const timer = virtualTimer(start);
  const { now, passed } = timer;
  const database = databaseInMemory();
  const keys = localKeyVault({ database, sealingKey: sealingKeyOf(randomBytes(32)), now });
  const connectors = localConnectorStore({ database, now });
  const records: ConnectorRecord[] = [];
  for (let number = 0; number < count; number += 1) {
    const dueAt = new Date(now().getTime() + 120_000 + number * 1000);
    const saved = { email: 'reader@acme-analytics.iam.gserviceaccount.com', dueAt, number };
    records.push(await saveConnector({ keys, connectors, now }, `w${String(number)}`, saved));
  }
  const announcer = localAnnouncer();
  const lines: string[] = [];
  const handedOut: HandedOut[] = [];
  const schedule = { fires: true };
  const stamps = { now, newId: () => systemStamps.newId() };
  const ports = { ...scriptedGoogle(incident), keys, connectors, announcer, stamps };
  const service = simulatedService({
    ports,
    timer,
    note: (event) => lines.push(event),
    fires: () => schedule.fires,
    handedOut: (task) => {
      const due = Number(/-(\d+)(?:-again-\d+)?$/.exec(task.name)?.[1]);
      handedOut.push({ ...task, at: passed() / 1000, due });
    },
  });
  return {
    timer,
    connectors,
    records,
    announcer,
    lines,
    handedOut,
    schedule,
    queue: service.queue,
    /** One pass over what is due, as the schedule asks for it, onto the queue or another. */
    pass: async (queue: TaskQueue = service.queue) =>
      checkConnectors({}, { ...ports, queue, now }, () => undefined),
    passHours: async (hours: number) => {
      for (let minute = 0; minute < hours * 60; minute += 1) await timer.pass(60_000);
    },
    close: async () => service.close(),
  };
}
