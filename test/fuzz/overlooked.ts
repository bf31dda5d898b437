import { join } from 'node:path';
import { runSchemathesis } from './run-schemathesis.ts';
import { withFuzzedService } from './with-fuzzed-service.ts';

/** Calls of a service that is broken on purpose in a way of its own each: 5xx, statuses, bodies, codes, types. */
const broken = [
  'GET /list-connectors',
  'GET /list-connectors/health-summary',
  'GET /list-connectors/caller',
  'GET /list-connectors/deleted',
  'POST /upload-key',
];

/** Those of them that fuzzing does not find: if there are any, it proves nothing. */
export async function overlooked(program: string): Promise<string[]> {
  const preload = join(import.meta.dirname, 'break.cjs');
  return withFuzzedService(async (pool, schema) => {
    const effort = { examples: 3, seconds: 90, seed: 1 };
    const { failures } = await runSchemathesis({ program, schema, pool, as: 'editor', ...effort });
    return broken.filter((call) => !failures.includes(call));
  }, preload);
}
