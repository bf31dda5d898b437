import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../../tools/deployed-service/client.ts';
import { emulatorJar } from '../../tools/emulators/firestore-emulator.ts';
import { seeder } from '../support/seed.ts';
import { deployedPlatform, noBigQuery } from './deployed-platform.ts';
import { interruptions } from './two-stores/interruptions.ts';
import { type Operation, operations } from './two-stores/operations.ts';
import { type Kill, rehearse, type Theatre } from './two-stores/rehearse.ts';
import type { Stage } from './two-stores/stage.ts';

/**
 * Firestore and Secret Manager cannot change at once. So each function's process is killed before and after everything
 * that it changes at Google, however much that is; whatever it leaves, the next health check makes good.
 */
describe.skipIf(emulatorJar() === undefined)('with Java and Google’s Firestore emulator', () => {
  let theatre: Theatre;
  let workspaces = 0;
  beforeAll(async () => {
    const stops = interruptions();
    const platform = await deployedPlatform({ sandbox: noBigQuery, around: stops.around });
    const others = await Promise.all(
      ['save-connector', 'delete-connector'].map(async (name) => platform.deploy(name)),
    );
    theatre = {
      platform,
      interruptions: stops,
      others: new Map(others.map((each) => [each.name, each])),
    };
  });
  afterAll(async () => {
    await Promise.all([...theatre.others.values()].map(async ({ stop }) => stop()));
    await theatre.platform.close();
  });

  test.each(Object.entries(operations))(
    '%s, killed between any two steps, leaves what heals',
    async (_, operation) => {
      const undisturbed = await run(operation, undefined);
      const found = [...undisturbed.wrong];
      for (let change = 1; change <= undisturbed.changes.length; change += 1) {
        for (const moment of ['before', 'after'] as const) {
          const { changes, wrong } = await run(operation, { change, moment });
          const where = `${moment} change ${String(change)} (${changes.at(-1) ?? 'never made'})`;
          if (changes.length !== change) found.push(`${where} was not the last`);
          found.push(...wrong.map((each) => `${where}: ${each}`));
        }
      }

      expect(found).toEqual([]);
    },
  );

  async function run(operation: Operation, kill: Kill) {
    const [stage, instance] = [newStage(), await theatre.platform.deploy(operation.of)];
    const rehearsed = await operation.prepare(stage);
    try {
      return await rehearse(theatre, { stage, rehearsed, instance }, kill);
    } finally {
      await instance.stop('SIGKILL');
    }
  }

  function newStage(): Stage {
    const { platform, others } = theatre;
    const { keys, connectors, request } = platform;
    const workspace = `workspace-${String((workspaces += 1))}`;
    const seed = seeder(keys, connectors, () => new Date());
    return {
      workspace,
      keys,
      seed: async () => seed(workspace),
      request: async (line, given) => request(workspace, line, given),
      async ask(name, line, given) {
        const answered = await ask(
          others.get(name)?.port ?? 0,
          await request(workspace, line, given),
        );
        if (answered.status >= 300) throw new Error(`${line}: ${answered.text}`);
        return answered;
      },
    };
  }
});
