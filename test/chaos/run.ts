import { parseArgs } from 'node:util';
import { requireEmulator } from '../../tools/emulators/firestore-emulator.ts';
import { buildBundles } from '../bundles/build-bundles.ts';
import { chaos } from './chaos.ts';
import { tooLittle } from './enough.ts';
import { print, wrongIn } from './print.ts';

/** `npm run test:chaos -- [--short] [--seed N] [--operations N]`: kills what was built, at random, while it is used. */
process.env.METADATA_SERVER_DETECTION ??= 'none';
const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    seed: { type: 'string' },
    operations: { type: 'string' },
  },
});
requireEmulator();
buildBundles();
const seed = Number(values.seed ?? (values.short ? 9 : Date.now() % 100_000));
const operations = Number(values.operations ?? (values.short ? 150 : 1_000));
process.stdout.write(`${String(operations)} operations; again with: --seed ${String(seed)}\n\n`);
const began = performance.now();
const outcome = await chaos({ operations, seed });
print(outcome);
const wanting = tooLittle(outcome, operations);
for (const sentence of wanting) process.stdout.write(`  TOO LITTLE  ${sentence}\n`);
process.stdout.write(`\n${((performance.now() - began) / 1000).toFixed(0)} s\n`);
if (wrongIn(outcome).length > 0 || wanting.length > 0) process.exitCode = 1;
