import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../../tools/deployed-service/client.ts';
import type { DeployedFunction } from '../../tools/deployed-service/deployed-function.ts';
import { emulatorJar } from '../../tools/emulators/firestore-emulator.ts';
import { seeder } from '../support/seed.ts';
import { deployedPlatform, noBigQuery } from './deployed-platform.ts';
import type { Kill, Theatre } from './two-stores/interrupted.ts';
import { interruptions } from './two-stores/interruptions.ts';
import { operations } from './two-stores/operations.ts';
import { rehearse } from './two-stores/rehearse.ts';
import { rehearseUpload } from './two-stores/rehearse-upload.ts';
import type { Stage } from './two-stores/stage.ts';

type Rehearsal = (
  stage: Stage,
  instance: DeployedFunction,
  kill: Kill,
) => Promise<{ changes: string[]; wrong: string[] }>;

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
    const names = ['upload-key', 'save-connector', 'delete-connector'];
    const others = await Promise.all(names.map(async (name) => platform.deploy(name)));
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
      const rehearsal: Rehearsal = async (stage, instance, kill) =>
        rehearse(theatre, operation, stage, instance, kill);

      expect(await killedEverywhere(operation.of, rehearsal)).toEqual([]);
    },
  );

  test('POST upload-key, killed between any two steps, leaves what goes by itself', async () => {
    const rehearsal: Rehearsal = async (stage, instance, kill) =>
      rehearseUpload(theatre, stage, instance, kill);

    expect(await killedEverywhere('upload-key', rehearsal)).toEqual([]);
  });

  /** Undisturbed, and then killed before and after each change of that run. Gives all that was wrong, and where. */
  async function killedEverywhere(name: string, rehearsal: Rehearsal): Promise<string[]> {
    const { platform } = theatre;
    let next = platform.deploy(name); // starts while the one before is killed
    const run = async (kill: Kill) => {
      const instance = await next;
      next = platform.deploy(name);
      return rehearsal(newStage(), instance, kill).finally(async () => instance.stop('SIGKILL'));
    };
    try {
      const { changes, wrong } = await run(undefined);
      const found = changes.length > 0 ? wrong : ['it changes nothing'];
      const kills = changes.flatMap((what, at) =>
        (['before', 'after'] as const).map((moment) => ({ what, change: at + 1, moment })),
      );
      for (const { what, ...kill } of kills) {
        const where = `${kill.moment} change ${String(kill.change)}, ${what}`;
        const killed = await run(kill);
        if (killed.changes.length !== kill.change) found.push(`${where}: it went on`);
        found.push(...killed.wrong.map((each) => `${where}: ${each}`));
      }
      return found;
    } finally {
      await (await next).stop('SIGKILL');
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
        const port = others.get(name)?.port ?? 0;
        const answered = await ask(port, await request(workspace, line, given));
        if (answered.status >= 300) throw new Error(`${line}: ${answered.text}`);
        return answered;
      },
    };
  }
});
