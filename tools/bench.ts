import { benchColdStart } from './bench/cold-start.ts';
import { printCost } from './bench/cost.ts';
import { benchFleet } from './bench/fleet.ts';
import { benchLoad } from './bench/load.ts';
import { benchPage } from './bench/page.ts';
import { benchValidation } from './bench/validation.ts';
import { benchWarm } from './bench/warm.ts';

/** `npm run bench -- NAME`: measures one thing against a baseline that is run beside it; `cost` prints what was counted. */
const benches: Record<string, () => Promise<void>> = {
  'cold-start': benchColdStart,
  cost: printCost,
  fleet: benchFleet,
  load: benchLoad,
  page: benchPage,
  validation: benchValidation,
  warm: benchWarm,
};

process.env.METADATA_SERVER_DETECTION ??= 'none'; // Google's clients need not look for its platform here
const [name = ''] = process.argv.slice(2);
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
if (bench) await bench();
else {
  console.error(`Say which: npm run bench -- ${Object.keys(benches).join(' | ')}`);
  process.exitCode = 1;
}
