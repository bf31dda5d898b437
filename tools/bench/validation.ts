import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fetchToken } from '../local-service/fetch-token.ts';

const delayMs = 50;
const rounds = 15;
const limit = 4;

/**
 * How long a validation of the good key takes, A to D, when every answer of Google takes 50 ms longer: in round trips.
 * The baseline is one round trip to the same stand-in; rounds of both take turns, so that what else
 * the machine does meets both alike. Fails where checks that could run side by side do not.
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
  const body = JSON.stringify({
    keyId,
    purposes: ['import'],
    uniqueContactField: {
      dataset: 'crm',
      table: 'subscribers',
      column: 'email',
      contactKey: { type: 'email' },
    },
  });
  const validate = async (): Promise<number> => {
    const response = await fetch(`${origin}/validate-connection/`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body,
    });
    const report = (await response.json()) as { outcome: string; durationMs: number };
    if (report.outcome !== 'passed') throw new Error(`The validation said ${report.outcome}.`);
    return report.durationMs;
  };
  const roundTrip = async (path: string, init?: RequestInit): Promise<number> => {
    const began = performance.now();
    await (await fetch(`${origin}/sandbox${path}`, init)).arrayBuffer();
    return performance.now() - began;
  };

  await validate(); // the engine's first query is its slowest
  await fetch(`${origin}/sandbox/faults`, {
    method: 'POST',
    body: JSON.stringify({ operation: '*', delayMs }),
  });
  const validations: number[] = [];
  const trips: number[] = [];
  const exchanges: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    trips.push(await roundTrip('/robot/v1/metadata/x509/nobody%40example.com'));
    exchanges.push(await roundTrip('/token', { method: 'POST', body: '' }));
    validations.push(await validate());
  }
  tell(median(validations), median(trips), median(exchanges));
}

function tell(validation: number, trip: number, exchange: number): void {
  const ratio = (validation - exchange) / trip;
  console.log(
    `one round trip to the stand-in      ${trip.toFixed(1)} ms (median of ${String(rounds)})`,
  );
  console.log(`one token exchange                  ${exchange.toFixed(1)} ms`);
  console.log(`validation of the good key, A to D  ${validation.toFixed(1)} ms`);
  console.log(`after the token: ${ratio.toFixed(2)} round trips (at most ${String(limit)})`);
  if (ratio > limit) process.exitCode = 1;
}

function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
}
