import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { median } from './median.ts';
import { delayMs, type Request, rounds, type Seen, tell } from './validation-table.ts';
import { fetchToken } from '../local-service/fetch-token.ts';

const field = {
  dataset: 'crm',
  table: 'subscribers',
  column: 'email',
  contactKey: { type: 'email' },
};
const exportDataset = { dataset: 'exports' };
const purposes: Record<string, object> = {
  import: { purposes: ['import'], uniqueContactField: field },
  export: { purposes: ['export'], exportDataset },
  // Another column, of which no answer lies in BigQuery's cache yet.
  both: {
    purposes: ['import', 'export'],
    uniqueContactField: { ...field, column: 'external_id', contactKey: { type: 'externalId' } },
    exportDataset,
  },
};

/**
 * How long a validation of the good key takes for each purpose, when every answer of Google takes 50 ms longer: in round
 * trips, of which one to the same stand-in is the baseline; rounds of all take turns, so that what else the machine does
 * meets all alike. Fails where checks that could run side by side do not.
 */
export async function benchValidation(): Promise<void> {
  const stateFolder = await mkdtemp(join(tmpdir(), 'bench-'));
  const child = spawn(process.execPath, ['tools/start.ts', '--wide-limits'], {
    env: { ...process.env, PORT: '0', LOCAL_STATE: stateFolder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  try {
    await measure(await originOf(child.stdout), stateFolder);
  } finally {
    child.kill();
    await ended;
    await rm(stateFolder, { recursive: true, force: true });
  }
}

/** From the line that says that it is ready; what it logs after that is read and let go. */
async function originOf(log: Readable): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    log.on('data', (chunk: Buffer) => {
      if (said.length < 10_000) said += chunk.toString();
      const origin = /Ready .*?(http:\S+)/.exec(said)?.[1];
      if (origin !== undefined) resolve(origin);
    });
    log.once('close', () => {
      reject(new Error(`The service did not start: ${said}`));
    });
  });
}

async function measure(origin: string, stateFolder: string): Promise<void> {
  const token = await fetchToken({ origin, stateFolder, workspace: 'bench', role: 'editor' });
  const authorization = `Bearer ${token}`;
  const uploaded = await fetch(`${origin}/upload-key/`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/octet-stream' },
    body: await readFile(join(stateFolder, 'keys/good.json')),
  });
  const { keyId } = (await uploaded.json()) as { keyId: string };
  const ask = async (path: string, init?: RequestInit) => fetch(`${origin}/sandbox${path}`, init);
  const validate = async (purpose: string): Promise<Report> => {
    const response = await fetch(`${origin}/validate-connection/`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ keyId, ...purposes[purpose] }),
    });
    const report = (await response.json()) as Report;
    if (report.outcome !== 'passed') throw new Error(`The validation said ${report.outcome}.`);
    return report;
  };
  const roundTrip = async (path: string, init?: RequestInit): Promise<number> => {
    const began = performance.now();
    await (await ask(path, init)).arrayBuffer();
    return performance.now() - began;
  };

  // The engine's first query is its slowest; and what is billed is billed once, later answers come from the cache.
  const billed: Record<string, number> = {};
  for (const purpose of Object.keys(purposes))
    billed[purpose] = (await validate(purpose)).bytesBilled;
  const fault = JSON.stringify({ operation: '*', delayMs });
  await ask('/faults', { method: 'POST', body: fault });
  const trips: number[] = [];
  const exchanges: number[] = [];
  const seen = new Map(Object.keys(purposes).map((purpose) => [purpose, [] as Seen[]]));
  for (let round = 0; round < rounds; round += 1) {
    trips.push(await roundTrip('/robot/v1/metadata/x509/nobody%40example.com'));
    exchanges.push(await roundTrip('/token', { method: 'POST', body: '' }));
    for (const [purpose, all] of seen) {
      await ask('/requests', { method: 'DELETE' });
      const { durationMs } = await validate(purpose);
      const { requests } = (await (await ask('/requests')).json()) as { requests: Request[] };
      all.push({ durationMs, requests });
    }
  }
  tell(seen, billed, { trip: median(trips), exchange: median(exchanges) });
}

interface Report {
  outcome: string;
  durationMs: number;
  bytesBilled: number;
}
