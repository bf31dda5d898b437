import type { DeployedFunction } from '../../../tools/deployed-service/deployed-function.ts';
import type { DeployedPlatform } from '../deployed-platform.ts';
import type { Kill } from './interrupted.ts';

/** Has an instance do something, and be killed meanwhile; gives what changed at Google, and all that was wrong. */
export type Rehearsal = (
  instance: DeployedFunction,
  kill: Kill,
) => Promise<{ changes: string[]; wrong: string[] }>;

/** Undisturbed, and then killed before and after each change of that run. Gives all that was wrong, and where. */
export async function killedEverywhere(
  platform: DeployedPlatform,
  name: string,
  rehearsal: Rehearsal,
): Promise<string[]> {
  let next = platform.deploy(name); // starts while the one before is killed
  const run = async (kill: Kill) => {
    const instance = await next;
    next = platform.deploy(name);
    return rehearsal(instance, kill).finally(async () => instance.stop('SIGKILL'));
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
