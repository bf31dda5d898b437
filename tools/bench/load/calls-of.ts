import type { Call } from '../../deployed-service/client.ts';
import type { BenchPlatform } from '../bench-platform.ts';
import { realCalls } from '../real-calls.ts';

/** One real call of a function for each of so many workspaces. */
export async function callsOf(
  platform: BenchPlatform,
  name: string,
  workspaces: number,
): Promise<[Call, ...Call[]]> {
  const calls: Call[] = [];
  for (let n = 0; n < workspaces; n += 1) {
    const real = await realCalls(platform)[name]?.(`load-${name}-${String(n)}`);
    if (real) calls.push(real.call);
  }
  const [first, ...others] = calls;
  if (!first) throw new Error(`Nothing is known to ask ${name}.`);
  return [first, ...others];
}

export async function validationOf(
  platform: BenchPlatform,
  workspace: string,
  keyId: string,
): Promise<Call> {
  return {
    method: 'POST',
    path: '/',
    headers: await platform.headers(workspace),
    body: JSON.stringify({ keyId, purposes: ['import'] }),
  };
}

export async function uploadOf(platform: BenchPlatform, workspace: string): Promise<Call> {
  const headers = await platform.headers(workspace);
  return {
    method: 'POST',
    path: '/',
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    body: platform.goodKey,
  };
}

/** What is refused at once, at the most work: thousands of members that nobody knows. */
export async function nonsenseOf(platform: BenchPlatform, workspace: string): Promise<Call> {
  const members = Array.from({ length: 7_000 }, (_, n) => [n.toString(36).padStart(3, 'x'), 0]);
  const headers = await platform.headers(workspace);
  return {
    ...{ method: 'POST', path: '/', headers: { ...headers, accept: 'text/event-stream' } },
    body: JSON.stringify(Object.fromEntries(members)),
  };
}
