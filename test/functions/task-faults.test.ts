import { describe, expect, test } from 'vitest';
import { deleteConnector } from '../../functions/delete-connector/delete-connector.ts';
import { restoreConnector } from '../../functions/delete-connector/restore-connector.ts';
import type { ConnectorStore } from '../../shared/ports/connector-store.ts';
import { Problem } from '../../shared/problems/problem.ts';
import type { Caller } from '../../shared/schemas/caller.ts';
import { checking } from '../support/checking.ts';
import { sampleKeyRecord } from '../support/sample-records.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const ada: Caller = { workspace: 'acme', subject: 'ada@acme.example', role: 'editor' };
const unavailable = () =>
  new Problem('store-unavailable', 'Try again soon.', { retryAfterSeconds: 5 });

/** A failure has been seen once; the next check confirms it. */
async function aboutToBreak() {
  const made = await checking(() => 'key-deleted');
  await made.check();
  made.clock.advance(7 * minuteMs);
  return made;
}

describe('a task to check a connector', () => {
  test('that is delivered twice at once is done once, and told once', async () => {
    const { check, announcer, stored } = await aboutToBreak();
    const outcomes = await Promise.all([check(), check(), check()]);
    expect(outcomes.toSorted()).toEqual(['checked', 'overtaken', 'overtaken']);
    expect(announcer.latest()).toHaveLength(1);
    expect((await stored()).health.failures).toBe(2);
  });

  test('that comes a week late finds what is so by then', async () => {
    const { check, stored, clock } = await checking();
    clock.advance(7 * 24 * hourMs);
    expect(await check()).toBe('checked');
    const { health, nextCheckAt = '' } = await stored();
    expect(health.checkedAt).toBe(clock.now().toISOString());
    expect(Date.parse(nextCheckAt) - clock.now().getTime()).toBeLessThan(2 * hourMs);
  });

  test('that was overtaken by a later one does nothing more', async () => {
    const { check, lines, clock } = await checking();
    clock.advance(3 * hourMs);
    expect(await check()).toBe('checked'); // the task of three o’clock
    expect(await check()).toBe('not-due'); // that of one o’clock, which comes after it
    expect(lines.filter((line) => line === 'connector-checked')).toHaveLength(1);
  });

  test('of one that was deleted and restored is none of the restored one’s, which has its own', async () => {
    const { check, ports, record, clock, stored } = await checking();
    const { connectorId, keyId, key, etag } = record;
    await ports.connectors.transaction('acme', async (drawer) => {
      drawer.putKey(sampleKeyRecord({ keyId, key, connectorId }));
    });
    await deleteConnector({ connectorId, etag }, ada, ports);
    expect(await check()).toBe('gone');
    clock.advance(2 * hourMs);
    await restoreConnector({ connectorId }, ada, ports, { note: () => undefined });
    expect(await check()).toBe('not-due');
    clock.advance(3 * minuteMs);
    expect(await check()).toBe('checked');
    expect((await stored()).health.state).toBe('healthy');
  });

  test('of one whose key was changed meanwhile checks the new one, and counts for it', async () => {
    const { check, rotate, stored } = await checking((email) =>
      email.startsWith('new') ? 'key-deleted' : 'fine',
    );
    await rotate('new-reader@acme-analytics.iam.gserviceaccount.com');
    expect(await check()).toBe('checked');
    const { health, latestReport } = await stored();
    expect(health.failures).toBe(1);
    expect(latestReport.checks.find(({ id }) => id === 'B1')).toMatchObject({ cause: 'key-gone' });
  });

  test('of one that is deleted while it is checked keeps nothing and tells nobody', async () => {
    const { check, ports, record, announcer } = await aboutToBreak();
    const { connectorId } = record;
    const { connectors } = ports;
    const deletedMeanwhile: ConnectorStore = {
      ...connectors,
      async connectorsOfKey(workspace, fingerprint) {
        const { etag } = record;
        await deleteConnector({ connectorId, etag }, ada, ports);
        return connectors.connectorsOfKey(workspace, fingerprint);
      },
    };
    expect(await check({ connectors: deletedMeanwhile })).toBe('overtaken');
    expect(announcer.latest()).toEqual([]);
    expect(await connectors.connector('acme', connectorId)).toBeUndefined();
  });

  test.each(['before', 'after'])(
    'whose store gives up %s it has written is tried again, counted once and told once',
    async (when) => {
      const { check, ports, stored, announcer, clock } = await aboutToBreak();
      const { connectors } = ports;
      const contended: ConnectorStore = {
        ...connectors,
        async transaction(workspace, work) {
          if (when === 'before') throw unavailable();
          await connectors.transaction(workspace, work);
          throw unavailable();
        },
      };
      await expect(check({ connectors: contended })).rejects.toMatchObject({
        code: 'store-unavailable',
      });
      clock.advance(10_000);
      expect(await check()).toBe(when === 'before' ? 'checked' : 'not-due');
      const { health, nextCheckAt = '' } = await stored();
      expect(health).toMatchObject({ state: 'broken', failures: 2 });
      clock.advance(Date.parse(nextCheckAt) - clock.now().getTime());
      await check();
      const waiting = await connectors.announcements({ limit: 9, before: new Date(8.64e15) });
      expect([...announcer.latest(), ...waiting]).toHaveLength(1);
    },
  );
});
