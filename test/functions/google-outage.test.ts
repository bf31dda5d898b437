import { describe, expect, test } from 'vitest';
import { checkConnector } from '../../functions/check-connector/check-connector.ts';
import type { Report } from '../../shared/schemas/report.ts';
import { checking } from '../support/checking.ts';
import type { Incident } from '../support/scripted-google.ts';
import { watchedGoogle } from '../support/watched-google.ts';

const minuteMs = 60_000;
const note = () => undefined;

/** One connector, and a circuit to which the checks of others have told what they met. */
async function amongOthers(incident: (email: string) => Incident = () => 'fine') {
  const { circuit, check, ...rest } = await checking(incident);
  const google = watchedGoogle(rest.ports);
  return {
    ...rest,
    circuit,
    google,
    check: async () => check(google.ports),
    othersMeet: (met: 'answering' | 'down', times: number) => {
      for (let time = 0; time < times; time += 1) circuit.met(met, note);
    },
  };
}

describe('while Google answers nobody', () => {
  test('it is not asked: the connector is unknown, says why, and is due within minutes', async () => {
    const { othersMeet, check, stored, google, clock, announcer } = await amongOthers();
    await check();
    clock.advance(90 * minuteMs);
    const before = google.asked().length;
    othersMeet('down', 20);
    expect(await check()).toBe('checked');
    const { health, latestReport, nextCheckAt = '' } = await stored();
    expect(google.asked()).toHaveLength(before);
    expect(health).toMatchObject({ state: 'unknown', told: 'healthy' });
    expect(health.failingSince).toBeUndefined();
    expect(latestReport).toMatchObject({ outcome: 'inconclusive', bytesBilled: 0 });
    expect(latestReport.checks).toMatchObject([
      { id: 'A4' },
      { id: 'B2', cause: 'google-outage' },
      { id: 'D5' },
    ]);
    const wait = Date.parse(nextCheckAt) - clock.now().getTime();
    expect(wait).toBeGreaterThan(5 * minuteMs);
    expect(wait).toBeLessThan(25 * minuteMs);
    expect(announcer.latest()).toEqual([]);
  });

  test('what failed before is neither confirmed nor forgotten', async () => {
    const { othersMeet, check, stored, clock } = await amongOthers(() => 'key-deleted');
    await check();
    const { failingSince, failures } = (await stored()).health;
    clock.advance(10 * minuteMs);
    othersMeet('down', 24);
    await check();
    expect((await stored()).health).toMatchObject({ state: 'unknown', failingSince, failures });
    othersMeet('answering', 3);
    clock.advance(10 * minuteMs);
    await check();
    expect((await stored()).health.state).toBe('broken');
  });

  test('dirty keys are not forgotten, nor does an old failure count anew', async () => {
    const { othersMeet, check, stored, change, clock } = await amongOthers(() => 'dirty');
    await check();
    const { latestReport } = await stored();
    const written: Report['checks'][number] = {
      ...{ id: 'E4', name: 'writable', title: 'Rows can be written', outcome: 'failed' },
      ...{ detail: 'It may not write.', durationMs: 1 },
    };
    await change({ latestReport: { ...latestReport, checks: [...latestReport.checks, written] } });
    clock.advance(90 * minuteMs);
    othersMeet('down', 24);
    await check();
    const after = await stored();
    expect(after.latestReport.outcome).toBe('inconclusive');
    const kept = after.latestReport.checks.map(({ id, outcome }) => `${id} ${outcome}`);
    expect(kept).toEqual(expect.arrayContaining(['B2 inconclusive', 'D5 warning', 'E4 failed']));
    expect(after.health).toMatchObject({ state: 'unknown', told: 'degraded' });
    expect(after.health.failingSince).toBeUndefined();
  });

  test.each<[string, Incident, number]>([
    ['an outage', 'down', 1],
    ['a quota of the customer that is used up', 'quota', 0],
    ['a break of the customer’s', 'key-deleted', 0],
  ])('the circuit counts %s for what it is', async (_, incident, openings) => {
    const { othersMeet, check, lines } = await amongOthers(() => incident);
    othersMeet('answering', 4);
    othersMeet('down', 15); // one more that meets it makes it eight of ten
    await check();
    expect(lines.filter((line) => line === 'google-outage')).toHaveLength(openings);
  });

  test('the check that tries asks as always, and those that are answered end it', async () => {
    const { othersMeet, check, stored, google, clock, circuit, lines } = await amongOthers();
    othersMeet('down', 20);
    await check();
    clock.advance(25 * minuteMs);
    await check();
    expect(google.asked()).toContain('token');
    expect((await stored()).health.state).toBe('healthy');
    othersMeet('answering', 1);
    clock.advance(90 * minuteMs);
    await check();
    expect(lines).toContain('google-outage-over');
    expect(circuit.admits()).toBe(true);
  });

  test('a check that was broken off by us says nothing of Google', async () => {
    const { ports, record, announcer } = await checking();
    const met: string[] = [];
    const circuit = { admits: () => true, met: (google: string) => met.push(google) };
    const task = { workspace: 'acme', connectorId: record.connectorId };
    const doing = { signal: AbortSignal.abort(), note };
    await checkConnector(task, { ...ports, announcer, circuit }, doing);
    expect(met).toEqual([]);
  });
});
