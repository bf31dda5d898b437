import { join } from 'node:path';
import type { Arena } from './arena.ts';
import { passing } from './connecting.ts';

const minuteMs = 60_000;
const mostPasses = 30;

/**
 * What queue and schedule do by themselves once nobody kills any more: soon after, and a day later, when uploaded keys
 * that nobody saved are gone.
 */
export async function heal(arena: Arena): Promise<string[]> {
  const { world } = arena.sandbox;
  const name = { project: 'acme-analytics', dataset: 'crm' };
  const table = world.table({ ...name, table: 'subscribers' });
  if (table) world.put({ ...table, table: passing });
  await arena.platform.machines.settled();
  const wrong: string[] = [];
  for (const minutes of [10, 25 * 60, 50 * 60]) {
    await turn(arena, minutes * minuteMs);
    wrong.push(...(await passes(arena)));
  }
  return wrong;
}

/** Everybody's clock. */
async function turn({ clock, instances, platform }: Arena, aheadMs: number): Promise<void> {
  clock.aheadMs = aheadMs;
  const turning = join(import.meta.dirname, 'turn-clock.cjs');
  await instances.restart(['check-connector', 'check-connectors'], {
    CLOCK_AHEAD_MS: String(aheadMs),
    NODE_OPTIONS: `${platform.variables.NODE_OPTIONS ?? ''} --require ${JSON.stringify(turning)}`,
  });
}

/** Until a pass finds nothing that is due, and nothing that waits to be told. */
async function passes({ platform: { machines, connectors }, clock }: Arena): Promise<string[]> {
  for (let times = 0; times < mostPasses; times += 1) {
    const passed = await machines.pass();
    await machines.settled();
    if (passed.status !== 200) return [`a pass: ${String(passed.status)} ${passed.text}`];
    const at = clock.now();
    const due = await connectors.due({ at, limit: 10 });
    const waiting = await connectors.announcements({ limit: 10, before: at });
    if (due.length === 0 && waiting.length === 0) return [];
  }
  return ['after many passes something is still due, or waits to be told'];
}
