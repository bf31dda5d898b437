import { parseArgs } from 'node:util';
import { benchPlatform } from './bench-platform.ts';
import { drippingGoogle } from './load/dripping-google.ts';
import { scenarios, type Size } from './load/scenarios.ts';
import { wideGoogle } from './load/wide-google.ts';
import { verdicts } from './load/verdicts.ts';

const whole: Size = {
  steadyMs: 60_000,
  streams: 1_000,
  hangUps: 2_000,
  floodRounds: 5,
  workspaces: 50,
  times: 200,
  wideTables: 3,
};
/** What `.ci/run` has time for. */
const short: Size = {
  steadyMs: 8_000,
  streams: 200,
  hangUps: 300,
  floodRounds: 2,
  workspaces: 10,
  times: 50,
  wideTables: 1,
};

/**
 * `npm run bench -- load [--short] [SCENARIO …]`: one process is one instance, as it is deployed, and as much is asked of
 * it as can be. Fails where a bound is missed.
 */
export async function benchLoad(): Promise<void> {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(3),
    options: { short: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  process.setMaxListeners(100); // each process ends with ours
  const google = drippingGoogle();
  const wide = wideGoogle();
  const told = verdicts();
  const platform = await benchPlatform((host, listener) =>
    google.around(host, wide.around(host, listener)),
  );
  try {
    for (const [name, scenario] of Object.entries(scenarios)) {
      if (positionals.length > 0 && !positionals.includes(name)) continue;
      await scenario({ platform, google, wide, size: values.short ? short : whole, told });
    }
  } finally {
    await platform.close();
  }
}
