/** `npm run test:fuzz` has properties tried with many more values than a test has time for. */
const runs = Number(process.env.FUZZ_RUNS ?? 0);
if (runs > 0) (await import('fast-check')).default.configureGlobal({ numRuns: runs });
