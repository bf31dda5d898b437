import { describe, expect, test } from 'vitest';
import { checkConnector } from '../../functions/check-connector/check-connector.ts';
import { localAnnouncer } from '../../shared/adapters/local/local-announcer.ts';
import { googleCircuit } from '../../shared/limits/google-circuit.ts';
import type { ConnectorRecord } from '../../shared/schemas/records.ts';
import { oneConnector } from '../support/one-connector.ts';
import type { Incident } from '../support/scripted-google.ts';

const minuteMs = 60_000;

async function checking(incident: (email: string) => Incident = () => 'fine') {
  const { ports, record, clock, ...rest } = await oneConnector(incident);
  const announcer = localAnnouncer();
  const circuit = googleCircuit(clock);
  const lines: string[] = [];
  const note = (event: string) => lines.push(event);
  const task = { workspace: 'acme', connectorId: record.connectorId };
  return {
    ...rest,
    ports,
    clock,
    announcer,
    lines,
    check: async () =>
      checkConnector(
        task,
        { ...ports, announcer, circuit },
        { signal: new AbortController().signal, note },
      ),
    stored: async () => ports.connectors.connector('acme', record.connectorId),
    change: async (changed: Partial<ConnectorRecord>) =>
      ports.connectors.transaction('acme', async (drawer) => {
        const now = await drawer.connector(record.connectorId);
        if (now) drawer.putConnector({ ...now, ...changed });
      }),
  };
}

describe('a task to check a connector', () => {
  test('that is due is checked, and is due again later', async () => {
    const { check, stored, clock } = await checking();
    expect(await check()).toBe('checked');
    const { nextCheckAt = '', health, fullyCheckedAt } = (await stored()) ?? {};
    expect(Date.parse(nextCheckAt) - clock.now().getTime()).toBeGreaterThan(29 * minuteMs);
    expect(health?.state).toBe('healthy');
    expect(fullyCheckedAt).toBe(clock.now().toISOString());
  });

  test('tells the operators what is theirs to mend: an answer that nobody knows, and a fault of ours', async () => {
    const odd = await checking(() => 'odd');
    await odd.check();
    expect(odd.lines).toContain('unknown-answer');

    const faulty = await checking(() => 'senseless');
    await faulty.check();
    expect(faulty.lines).toContain('check-defect');

    const fine = await checking();
    await fine.check();
    expect(fine.lines).toEqual(['connector-checked']);
  });

  test('that is delivered twice, or late, is done once', async () => {
    const { check, lines } = await checking();
    expect(await check()).toBe('checked');
    expect(await check()).toBe('not-due');
    expect(lines.filter((line) => line === 'connector-checked')).toHaveLength(1);
  });

  test.each<[string, (at: string) => Partial<ConnectorRecord>, string]>([
    ['deleted', (at) => ({ deletedAt: at }), 'gone'],
    ['paused', () => ({ paused: true, nextCheckAt: undefined }), 'paused'],
  ])('of one that was %s meanwhile checks nothing', async (_, changed, expected) => {
    const { check, change, clock, lines } = await checking();
    await change(changed(clock.now().toISOString()));
    expect(await check()).toBe(expected);
    expect(lines).not.toContain('connector-checked');
  });

  test('of one that is changed while it is checked keeps nothing of what was found', async () => {
    const paused: { by?: () => Promise<unknown> } = {};
    const { check, change, stored, announcer } = await checking(() => {
      void paused.by?.();
      return 'key-deleted';
    });
    paused.by = async () => change({ nextCheckAt: '2026-03-03T00:00:00.000Z' });
    expect(await check()).toBe('overtaken');
    expect((await stored())?.health).toMatchObject({ state: 'healthy' });
    expect(announcer.latest()).toEqual([]);
  });

  test('counts for the day what it billed, even of what was changed while it was checked', async () => {
    const paused: { by?: () => Promise<unknown> } = {};
    const { check, change, stored, clock } = await checking(() => {
      void paused.by?.();
      return 'fine';
    });
    expect(await check()).toBe('checked');
    const billed = { day: clock.now().toISOString().slice(0, 10), bytes: 10_485_760 };
    expect((await stored())?.billed).toEqual(billed);

    clock.advance(2 * 60 * minuteMs);
    await change({ fullyCheckedAt: undefined, nextCheckAt: clock.now().toISOString() });
    paused.by = async () => change({ nextCheckAt: '2026-03-03T00:00:00.000Z' });
    expect(await check()).toBe('overtaken');

    expect((await stored())?.billed).toEqual({ ...billed, bytes: 2 * billed.bytes });
  });

  test('of a customer who is at quota is followed by one hours later, again and again', async () => {
    let incident: Incident = 'fine';
    const { check, stored, clock, announcer } = await checking(() => incident);
    await check();
    incident = 'quota';
    for (let each = 0; each < 3; each += 1) {
      clock.advance(Date.parse((await stored())?.nextCheckAt ?? '') - clock.now().getTime());
      expect(await check()).toBe('checked');
      const wait = Date.parse((await stored())?.nextCheckAt ?? '') - clock.now().getTime();
      expect(wait).toBeGreaterThanOrEqual(2 * 60 * minuteMs - 1);
      expect(wait).toBeLessThanOrEqual(6 * 60 * minuteMs + 1);
    }
    expect((await stored())?.health.state).toBe('unknown');
    incident = 'fine';
    clock.advance(6 * 60 * minuteMs);
    await check();

    const { health, nextCheckAt = '' } = (await stored()) ?? {};
    expect(health?.state).toBe('healthy');
    expect(Date.parse(nextCheckAt) - clock.now().getTime()).toBeLessThanOrEqual(90 * minuteMs + 1);
    expect(announcer.latest()).toEqual([]);
  });

  test('of one whose key is gone from the vault says so, and is broken the second time', async () => {
    const { check, stored, clock, destroyKey, announcer } = await checking();
    await destroyKey();
    expect(await check()).toBe('checked');
    expect((await stored())?.latestReport.checks[0]).toMatchObject({ cause: 'key-lost' });
    clock.advance(7 * minuteMs);
    expect(await check()).toBe('checked');
    expect((await stored())?.health.state).toBe('broken');
    const [event] = announcer.latest();
    expect(event?.data).toMatchObject({
      from: 'healthy',
      to: 'broken',
      check: 'A1',
      cause: 'key-lost',
    });
    expect(JSON.stringify(event)).not.toContain('PRIVATE KEY');
  });

  test('does not forget dirty keys in the hours in which they are not counted', async () => {
    const { check, stored, clock } = await checking(() => 'dirty');
    expect(await check()).toBe('checked');
    clock.advance(90 * minuteMs);
    expect(await check()).toBe('checked');
    const { health, latestReport } = (await stored()) ?? {};
    expect(health?.state).toBe('degraded');
    expect(latestReport?.checks.find(({ id }) => id === 'D5')).toMatchObject({
      cause: 'keys-dirty',
    });
    expect(latestReport?.bytesBilled).toBe(0);
  });

  test('leaves what the sign-in proves as it was found, but for once a day', async () => {
    const { check, stored, change, clock } = await checking();
    await check();
    const { latestReport } = (await stored()) ?? {};
    if (!latestReport) throw new Error('There is no report.');
    const checks = latestReport.checks.map((each) =>
      each.id === 'A4' ? { ...each, detail: 'As it was found.' } : each,
    );
    await change({ latestReport: { ...latestReport, checks } });
    clock.advance(90 * minuteMs);
    const detail = async () =>
      (await stored())?.latestReport.checks.find(({ id }) => id === 'A4')?.detail;
    await check();
    expect(await detail()).toBe('As it was found.');
    clock.advance(25 * 60 * minuteMs);
    await check();
    expect(await detail()).toBe('The private key is whole and signs.');
  });

  test('that has nothing to tell the world does not look for what waits to be told', async () => {
    let incident: Incident = 'fine';
    const { check, ports, clock } = await checking(() => incident);
    const { connectors } = ports;
    let looks = 0;
    ports.connectors = {
      ...connectors,
      announcements: async (query) => {
        looks += 1;
        return connectors.announcements(query);
      },
    };
    await check();
    expect(looks).toBe(0);
    incident = 'key-deleted';
    for (const minutes of [90, 7]) {
      clock.advance(minutes * minuteMs);
      expect(await check()).toBe('checked');
    }
    expect(looks).toBe(1);
  });

  describe('whose key was changed within the hour', () => {
    const rotated = async (
      minutesAgo: number,
      bothBroken = false,
      incident: Incident = 'key-deleted',
    ) => {
      const made = await checking((email) =>
        email.startsWith('new') || bothBroken ? incident : 'fine',
      );
      const { clock, rotate } = made;
      await rotate('new-reader@acme-analytics.iam.gserviceaccount.com');
      clock.advance(minutesAgo * minuteMs);
      return made;
    };

    test('returns to the old one when the new one breaks and the old one works; nobody is called', async () => {
      const { check, stored, clock, announcer, lines } = await rotated(10);
      const before = await stored();
      expect(await check()).toBe('checked');
      clock.advance(7 * minuteMs);
      expect(await check()).toBe('rolled-back');
      const after = await stored();
      expect(after?.keyId).toBe(before?.previous?.keyId);
      expect(after?.previous?.keyId).toBe(before?.keyId);
      clock.advance(3 * minuteMs);
      expect(await check()).toBe('checked');
      expect((await stored())?.health.state).toBe('healthy');
      expect(announcer.latest()).toEqual([]);
      expect(lines).toContain('rolled-back-by-itself');
    });

    test('returns to it as well where the break that began in the hour is certain after it', async () => {
      const { check, clock } = await rotated(58);
      expect(await check()).toBe('checked');
      clock.advance(7 * minuteMs);
      expect(await check()).toBe('rolled-back');
    });

    test('returns to it as well where somebody who looked has found the break before the schedule did', async () => {
      const { check, change, stored, clock, announcer } = await rotated(10);
      expect(await check()).toBe('checked');
      clock.advance(7 * minuteMs);
      const { health } = (await stored()) ?? {};
      if (health) await change({ health: { ...health, state: 'broken', told: 'broken' } });

      expect(await check()).toBe('rolled-back');
      clock.advance(3 * minuteMs);
      await check();
      expect(announcer.latest().map(({ data }) => data)).toMatchObject([
        { from: 'broken', to: 'healthy' },
      ]);
    });

    test.each([
      ['returns to it as well where nothing but a query shows the break', false, 'rolled-back'],
      ['stays with it where the old one is of no use either', true, 'checked'],
    ])('%s; what both counts billed is of the day', async (_, bothBroken, expected) => {
      const { check, stored, clock } = await rotated(10, bothBroken, 'no-keys');
      expect(await check()).toBe('checked');
      const { billed } = (await stored()) ?? {};
      clock.advance(7 * minuteMs);
      expect(await check()).toBe(expected);
      expect((await stored())?.billed?.bytes).toBe((billed?.bytes ?? 0) + 2 * 10_485_760);
    });

    test('stays with it once the way back is as good as over, and the check is a check', async () => {
      const { check, change, stored, clock } = await rotated(10);
      expect(await check()).toBe('checked');
      clock.advance(7 * 24 * 60 * minuteMs - 15 * minuteMs);
      const { health } = (await stored()) ?? {};
      if (health) await change({ health: { ...health, state: 'broken', told: 'broken' } });

      expect(await check()).toBe('checked');
    });

    test('stays with it where the connection was saved anew since then: nobody wants that undone', async () => {
      const { check, change, stored, clock, announcer } = await rotated(10);
      const { connection } = (await stored()) ?? {};
      if (connection) await change({ connection: { ...connection, maximumBytesBilled: 2e10 } });
      expect(await check()).toBe('checked');
      clock.advance(7 * minuteMs);
      expect(await check()).toBe('checked');
      expect(await stored()).toMatchObject({
        connection: { maximumBytesBilled: 2e10 },
        health: { state: 'broken' },
      });
      expect(announcer.latest()).toHaveLength(1);
    });

    test.each([
      ['when the old one is broken too', 10, true],
      ['after the hour', 61, false],
    ])('stays with it %s, and is broken', async (_, minutesAgo, bothBroken) => {
      const { check, stored, clock, announcer } = await rotated(minutesAgo, bothBroken);
      const before = await stored();
      await check();
      clock.advance(7 * minuteMs);
      expect(await check()).toBe('checked');
      const after = await stored();
      expect({ keyId: after?.keyId, state: after?.health.state }).toEqual({
        keyId: before?.keyId,
        state: 'broken',
      });
      expect(announcer.latest()).toHaveLength(1);
    });
  });
});
