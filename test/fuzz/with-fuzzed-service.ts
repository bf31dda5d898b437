import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startService } from '../service/running-service.ts';
import { fillPool, type Pool } from './pool.ts';
import { schemaToFuzz } from './schema-to-fuzz.ts';

/** `npm start` with something in it, and the document of its calls, as long as `work` takes. */
export async function withFuzzedService<T>(
  work: (pool: Pool, schema: string) => Promise<T>,
  /** A file that the service's process loads first. */
  preload?: string,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  const options = process.env.NODE_OPTIONS;
  if (preload !== undefined) process.env.NODE_OPTIONS = `--require ${JSON.stringify(preload)}`;
  const service = await startService(folder);
  process.env.NODE_OPTIONS = options ?? '';
  try {
    const pool = await fillPool(service);
    const { text } = await service.fetch('/openapi.json');
    const schema = join(folder, 'openapi.json');
    writeFileSync(schema, schemaToFuzz(text, pool, service.keyFile('good.json').toString()));
    return await work(pool, schema);
  } finally {
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
