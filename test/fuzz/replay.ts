import { globSync, readFileSync } from 'node:fs';
import { rawRequest } from '../support/raw-request.ts';
import type { Pool } from './pool.ts';

/** Something that fuzzing found once. `%A%20000` in a text is twenty thousand A, `{{connectorId}}` one that exists. */
interface Found {
  why: string;
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
  /** In base64. */
  file?: string;
  as?: 'viewer';
  expect: { status: number; code?: string };
}

export interface Replayed {
  requests: number;
  /** A sentence for each that is not answered as it was mended to be. */
  failures: string[];
}

/** Asks once more whatever was answered wrongly once. */
export async function replay(pool: Pool): Promise<Replayed> {
  const failures: string[] = [];
  const corpus = globSync('test/fuzz/corpus/*.json').flatMap((file) => read(file, pool));
  for (const found of corpus) {
    const { status, json, headers } = await send(found, pool);
    const code = typeof json.code === 'string' ? json.code : undefined;
    const isProblem = (headers['content-type'] ?? '').startsWith('application/problem+json');
    const wanted = [found.expect.status, found.expect.code, found.expect.status >= 400];
    const got = [status, code, isProblem];
    if (JSON.stringify(got) !== JSON.stringify(wanted))
      failures.push(`${found.why} ${JSON.stringify(got)} is not ${JSON.stringify(wanted)}`);
  }
  return { requests: corpus.length, failures };
}

function read(file: string, pool: Pool): Found[] {
  const text = readFileSync(file, 'utf8')
    .replace(/%([^%"\d])%(\d+)/gu, (_, letter: string, times: string) =>
      letter.repeat(Number(times)),
    )
    .replaceAll('{{connectorId}}', pool.connectorId[0] ?? '');
  return JSON.parse(text) as Found[];
}

async function send({ method, path, headers, body, file, as }: Found, pool: Pool) {
  const type = file === undefined ? 'application/json' : 'application/octet-stream';
  const sent = file === undefined ? JSON.stringify(body) : Buffer.from(file, 'base64');
  return rawRequest(pool.origin, path, {
    method,
    headers: {
      authorization: `Bearer ${as === 'viewer' ? pool.viewer : pool.editor}`,
      ...((body !== undefined || file !== undefined) && { 'content-type': type }),
      ...headers,
    },
    ...((body !== undefined || file !== undefined) && { body: sent }),
  });
}
