import { existsSync, globSync } from 'node:fs';
import { cruise, type IConfiguration, type IReporterOutput } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

/**
 * Holds the code to .dependency-cruiser.mjs, and the cruiser to the code: with a TypeScript that it does not
 * understand it sees no file at all and finds no fault in any.
 */
const folders = ['functions', 'shared', 'sandbox', 'tools'].filter((folder) => existsSync(folder));
const files = folders.flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`));

const rules = new URL('../.dependency-cruiser.mjs', import.meta.url).href;
const { default: configuration } = (await import(rules)) as { default: IConfiguration };
const { options, ...ruleSet } = configuration;
const result: IReporterOutput = await cruise(
  folders,
  { ...options, ruleSet, validate: true },
  undefined,
  { tsConfig: extractTSConfig('tsconfig.json') },
);
if (typeof result.output === 'string')
  throw new TypeError('the cruiser gave text where it owes a result');
const { modules, summary } = result.output;

const seen = new Set(modules.map(({ source }) => source));
const unseen = files.filter((file) => !seen.has(file));
for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} → ${to}`);
for (const file of unseen) console.error(`not seen: ${file}`);
console.log(
  `rooms: ${String(files.length)} files, ${String(summary.violations.length)} doors that should not be`,
);
process.exit(summary.violations.length + unseen.length > 0 ? 1 : 0);
