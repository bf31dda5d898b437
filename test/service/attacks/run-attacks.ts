import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attack } from './attack.ts';
import { moreAttacks } from './more-attacks.ts';
import { setStage, type Stage } from './stage.ts';
import { attacks, numberOfAttacks } from './table.ts';
import type { Running } from './target.ts';

/** Every attack on one way of running the service. A case that was not run has not passed. */
export function runAttacks(title: string, start: () => Promise<Running>): void {
  const passed = { table: new Set<string>(), more: new Set<string>() };
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(await start());
  });
  afterAll(async () => {
    const { table, more } = passed;
    const told = [
      `${title}: attacks.json, ${String(numberOfAttacks)} cases, ${String(table.size)} passed`,
      `${title}: more-attacks, ${String(moreAttacks.length)} cases, ${String(more.size)} passed`,
    ];
    process.stdout.write(`${told.join('\n')}\n`);
    await stage.close();
  });

  const byThreat = [...Map.groupBy(attacks, ({ threat }) => threat)];
  describe.each(byThreat)('THREATS %i', (_, cases) => {
    test.each(cases)('$id: $why', async (each) => {
      await attack(stage, each);
      passed.table.add(each.id);
    });
  });

  describe.each([...Map.groupBy(moreAttacks, ({ threat }) => threat)])('THREATS %i', (_, cases) => {
    test.each(cases)('more: $title', async (each) => {
      await each.run(stage);
      passed.more.add(each.title);
    });
  });

  test('every case of the table was run, and none of them twice', () => {
    expect(attacks).toHaveLength(numberOfAttacks);
    expect(new Set(attacks.map(({ id }) => id)).size).toBe(numberOfAttacks);
    expect(attacks.filter(({ id }) => !passed.table.has(id)).map(({ id }) => id)).toEqual([]);
  });

  test('after all that, the log is one JSON object a line, none of them the attackers’', () => {
    const lines = stage.target.log().split('\n');
    const events = lines
      .filter((line) => line !== '' && !line.startsWith('Ready in'))
      .map((line) => JSON.parse(line) as { severity: string; message: string; trace?: string })
      .filter((event) => !JSON.stringify(event).includes('"code":"store-unavailable"')); // the emulator's
    expect(events.filter(({ severity }) => severity !== 'INFO')).toEqual([]);
    // Who attacks asked for none of these: a full minute may pass meanwhile, and what was saved is checked.
    const ofSchedule = ['connector-checked', 'connector-health-changed', 'fleet-health'];
    const ofRequests = events.filter(({ message }) => !ofSchedule.includes(message));
    expect(ofRequests.length).toBeGreaterThan(100);
    for (const { trace, message } of ofRequests)
      expect(String(trace), message).toMatch(/^[0-9a-f]{32}$/);
  });
}
