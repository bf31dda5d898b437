import { deployedPlatform, noBigQuery } from '../deployed-platform.ts';
import type { Theatre } from './interrupted.ts';
import { interruptions } from './interruptions.ts';

/** Both stores, and an instance of each of these functions that nobody kills. */
export async function openTheatre(
  names: string[],
): Promise<Theatre & { close: () => Promise<void> }> {
  const stops = interruptions();
  const platform = await deployedPlatform({ sandbox: noBigQuery, around: stops.around });
  const others = await Promise.all(names.map(async (name) => platform.deploy(name)));
  return {
    platform,
    interruptions: stops,
    others: new Map(others.map((each) => [each.name, each])),
    async close() {
      await Promise.all(others.map(async ({ stop }) => stop()));
      await platform.close();
    },
  };
}
