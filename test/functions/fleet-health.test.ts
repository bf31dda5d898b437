import { describe, expect, test } from 'vitest';
import {
  checkConnectors,
  type CheckConnectorsPorts,
} from '../../functions/check-connectors/check-connectors.ts';
import { localAnnouncer } from '../../shared/adapters/local/local-announcer.ts';
import { localConnectorStore } from '../../shared/adapters/local/local-connector-store.ts';
import { localTaskQueue } from '../../shared/adapters/local/local-task-queue.ts';
import type { HealthState } from '../../shared/schemas/health.ts';
import { databaseInMemory } from '../adapters/local/database-in-memory.ts';
import { acme, globex, sampleConnector, sampleId } from '../support/sample-records.ts';
import { virtualTimer } from '../support/virtual-timer.ts';

const start = '2026-03-02T10:00:00.000Z';
const minuteMs = 60_000;

/** Passes of check-connectors over a queue that does nothing, and the lines that they write. */
function passes() {
  const timer = virtualTimer(start);
  const connectors = localConnectorStore({ database: databaseInMemory(), now: timer.now });
  const idle = async () => undefined;
  const handlers = { checkConnector: idle, checkConnectors: idle };
  const queue = localTaskQueue({ handlers, timer, log: () => undefined });
  const ports: CheckConnectorsPorts = {
    connectors,
    queue,
    announcer: localAnnouncer(),
    now: timer.now,
  };
  const lines: { event: string; facts: object; severity: string | undefined }[] = [];
  const pass = async (
    after?: Parameters<typeof checkConnectors>[0]['after'],
    changed: Partial<CheckConnectorsPorts> = {},
  ) =>
    checkConnectors({ after }, { ...ports, ...changed }, (event, facts, severity) =>
      lines.push({ event, facts, severity }),
    );
  const put = async (n: number, state: HealthState, dueInMinutes: number, workspace = acme) => {
    const at = timer.now().getTime();
    const since = new Date(at - n * minuteMs).toISOString();
    await connectors.transaction(workspace, async (drawer) => {
      drawer.putConnector(
        sampleConnector({
          connectorId: sampleId('connector', n),
          health: { state, since, checkedAt: since },
          nextCheckAt: new Date(at + dueInMinutes * minuteMs).toISOString(),
        }),
      );
    });
  };
  return { pass, put, lines, timer, connectors, clock: (ms: number) => timer.pass(ms) };
}

describe('the health of all, as a line of the log', () => {
  test('is written once in five minutes, whatever number of passes there is', async () => {
    const { pass, put, lines, clock } = passes();
    await put(1, 'healthy', 60);
    await put(2, 'unknown', 30, globex);
    await put(3, 'unknown', -2);
    await put(4, 'broken', 60);
    await pass();
    for (let minute = 0; minute < 4; minute += 1) {
      await clock(minuteMs);
      await pass();
    }

    expect(lines).toEqual([
      {
        event: 'fleet-health',
        severity: undefined,
        facts: {
          healthy: 1,
          degraded: 0,
          broken: 1,
          unknown: 2,
          paused: 0,
          due: 1,
          oldestUnknownSeconds: 180,
          oldestDueSeconds: 120,
        },
      },
    ]);
    await clock(minuteMs);
    await pass();
    expect(lines).toHaveLength(2);
  });

  test('is written once by two passes at once, and by none that goes on where another was left', async () => {
    const { pass, lines, clock } = passes();
    await Promise.all([pass(), pass()]);
    expect(lines).toHaveLength(1);

    await clock(5 * minuteMs);
    const after = { workspace: acme, connectorId: sampleId('connector'), nextCheckAt: start };
    await pass(after);
    expect(lines).toHaveLength(1);
  });

  test('is not written again by an instance whose clock is a little behind', async () => {
    const { pass, lines, timer } = passes();
    await pass();
    await pass(undefined, { now: () => new Date(timer.now().getTime() - 1000) });
    expect(lines).toHaveLength(1);
  });

  test('goes on after the clock was set back', async () => {
    const { pass, lines, timer } = passes();
    await pass();
    timer.setClock(new Date(timer.now().getTime() - 60 * minuteMs));
    await pass();
    expect(lines).toHaveLength(2);
  });

  test('has zeros where nothing is', async () => {
    const { pass, lines } = passes();
    await pass();
    const none = { healthy: 0, degraded: 0, broken: 0, unknown: 0, paused: 0, due: 0 };
    expect(lines).toMatchObject([
      { facts: { ...none, oldestUnknownSeconds: 0, oldestDueSeconds: 0 } },
    ]);
  });

  test('warns when what is longest due has waited for more than a quarter of an hour', async () => {
    const { pass, put, lines, clock } = passes();
    await put(1, 'healthy', -15);
    await pass();
    expect(lines.map(({ event }) => event)).toEqual(['fleet-health']);

    await clock(5 * minuteMs);
    await pass();
    expect(lines.at(-1)).toEqual({
      event: 'checks-late',
      severity: 'WARNING',
      facts: { due: 1, oldestDueSeconds: 20 * 60 },
    });
  });

  test('keeps nobody from being checked where it cannot be counted', async () => {
    const { pass, put, lines, connectors } = passes();
    await put(1, 'healthy', -1);
    const failing = { ...connectors, fleetHealth: () => Promise.reject(new RangeError('secret')) };

    expect(await pass(undefined, { connectors: failing })).toMatchObject({ added: 1 });
    expect(lines).toEqual([
      { event: 'fleet-health-failed', severity: 'ERROR', facts: { error: 'RangeError' } },
    ]);
  });

  test('is told, and everybody is checked, where what waits to be announced cannot be read', async () => {
    const { pass, put, lines, connectors } = passes();
    await put(1, 'healthy', -1);
    const failing = {
      ...connectors,
      announcements: () => Promise.reject(new RangeError('secret')),
    };

    expect(await pass(undefined, { connectors: failing })).toMatchObject({
      added: 1,
      announced: 0,
    });
    expect(lines).toMatchObject([
      { event: 'announcement-delayed', severity: 'ERROR', facts: { error: 'RangeError' } },
      { event: 'fleet-health' },
    ]);
  });
});
