import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { sealingKey } from '../../../shared/adapters/local/sealing-key.ts';
import { acme } from '../../support/sample-records.ts';
import { stateFolder } from '../../adapters/local/state-folder.ts';
import { disagreements, lingering } from './disagreements.ts';
import { lookAtAllDue, type Workshop, workshop } from './workshop.ts';

const script = fileURLToPath(new URL('killed-half-way.ts', import.meta.url));
const [minuteMs, dayMs] = [60_000, 86_400_000];

type Next = 'nothing' | 'pause' | 'delete';

test.each<[string, 'before' | 'after', number, Next]>([
  ['save', 'before', 0, 'pause'],
  ['rotate', 'before', 0, 'nothing'],
  ['rotate', 'before', 1, 'pause'],
  ['rotate', 'before', 1, 'delete'],
  ['roll-back', 'before', 1, 'nothing'],
  ['delete of what was paused', 'after', 0, 'nothing'],
  ['delete of what was rotated', 'after', 1, 'pause'],
  ['restore', 'before', 0, 'pause'],
  ['rotate of what was rotated', 'before', 3, 'nothing'],
  ['rotate of what was rotated', 'before', 1, 'delete'],
])(
  'a process that is killed in its %s, %s word %i to the vault, leaves what heals; done next: %s',
  async (what, moment, at, next) => {
    const folder = stateFolder();
    const args = [script, folder, what, moment, String(at)];
    const killed = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect([killed.signal, killed.stderr]).toEqual(['SIGKILL', '']);

    const shop = workshop(folder, '2026-03-02T00:00:01.000Z', { sealingKey: sealingKey(folder) });
    onTestFinished(() => {
      shop.database.close();
    });
    const found = disagreements(shop.database.sql, shop.clock.now());
    expect(found.filter((each) => !each.includes('vault') && !each.includes('for ever'))).toEqual(
      [],
    );
    expect([...found, ...lingering(shop.database.sql, shop.clock.now())]).not.toEqual([]);
    for (const id of await living(shop)) {
      if (next === 'pause') await shop.operations.edit(shop.vault, id, { paused: true });
      if (next === 'delete') await shop.operations.delete(shop.vault, id);
    }
    for (const ms of [5 * minuteMs, dayMs]) {
      shop.pass(ms);
      expect(await lookAtAllDue(shop)).toBeGreaterThan(0);
    }
    expect(disagreements(shop.database.sql, shop.clock.now())).toEqual([]);
    expect(lingering(shop.database.sql, shop.clock.now())).toEqual([]);
  },
);

async function living({ connectors }: Workshop): Promise<string[]> {
  const page = await connectors.connectors(acme, { limit: 10 });
  return page.map(({ connectorId }) => connectorId);
}
