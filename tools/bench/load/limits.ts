import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localConnectorStore } from '../../../shared/adapters/local/local-connector-store.ts';
import { openLocalDatabase } from '../../../shared/adapters/local/local-database.ts';
import { takeTurn } from '../../../shared/limits/take-turn.ts';
import { Problem } from '../../../shared/problems/problem.ts';
import { ask, type Call } from '../../deployed-service/client.ts';
import type { DeployedFunction } from '../../deployed-service/deployed-function.ts';
import { cpuOf } from '../process-use.ts';
import type { Verdicts } from './verdicts.ts';

/** Through how many instances of one function how many of how many get, all at once. */
export async function exactAtOnce(
  instances: DeployedFunction[],
  { call, limit, at }: { call: Call; limit: number; at: number },
  { title, exactly }: Verdicts,
): Promise<void> {
  title(
    `${String(at)} at once at ${String(instances.length)} processes over Firestore, of which ${String(limit)} may`,
  );
  const answers = await Promise.all(
    Array.from({ length: at }, async (_, n) =>
      ask(instances[n % instances.length]?.port ?? 0, call),
    ),
  );
  const having = (...statuses: number[]) =>
    answers.filter(({ status }) => statuses.includes(status)).length;
  exactly('let through', having(200, 201), limit);
  exactly('refused with 429', having(429), at - limit);
  const later = await Promise.all(instances.map(async ({ port }) => ask(port, call)));
  exactly(
    'refused a moment later, by each',
    later.filter(({ status }) => status === 429).length,
    instances.length,
  );
}

/** On a laptop one process holds the folder, and no second one gets in; so it is one, and as exact. */
export async function exactInSqlite(
  { limit, at }: { limit: number; at: number },
  { title, exactly }: Verdicts,
): Promise<void> {
  title(`${String(at)} at once over SQLite, of which ${String(limit)} may`);
  const folder = await mkdtemp(join(tmpdir(), 'limits-'));
  const database = openLocalDatabase(folder);
  const now = () => new Date();
  const store = localConnectorStore({ database, now });
  const rule = { name: 'uploads', limit, windowSeconds: 60, what: 'upload keys' };
  const tries = await Promise.allSettled(
    Array.from({ length: at }, async () => takeTurn(store, 'acme', rule, now())),
  );
  const refused = tries.filter(
    (each) => each.status === 'rejected' && each.reason instanceof Problem,
  ).length;
  exactly('let through', tries.filter(({ status }) => status === 'fulfilled').length, limit);
  exactly('refused', refused, at - limit);
  exactly('a second process that gets in', secondOpens(folder), 0);
  database.close();
  await rm(folder, { recursive: true, force: true });
}

function secondOpens(folder: string): number {
  try {
    openLocalDatabase(folder).close();
    return 1;
  } catch {
    return 0;
  }
}

/** What a refusal costs the instance, to what it costs it to do what was asked. */
export async function refusalsAreCheap(
  { allowing, refusing }: { allowing: DeployedFunction; refusing: DeployedFunction },
  { call, times, most }: { call: Call; times: number; most: number },
  { title, tell, atMost }: Verdicts,
): Promise<void> {
  title(`${allowing.name}: what a refusal costs`);
  const cost = async (
    { port, process: child }: DeployedFunction,
    right: (status: number) => boolean,
  ) => {
    const pid = String(child.pid);
    for (let n = 0; n < 20; n += 1) await ask(port, call);
    const [cpu, began] = [cpuOf(pid), performance.now()];
    for (let n = 0; n < times; n += 1) {
      const { status, text } = await ask(port, call);
      if (!right(status)) throw new Error(`${String(status)} ${text}`);
    }
    return { cpu: (cpuOf(pid) - cpu) / times, ms: (performance.now() - began) / times };
  };
  const allowed = await cost(allowing, (status) => status < 300);
  const refused = await cost(refusing, (status) => status === 429);
  tell(
    'CPU of one that is allowed, of one that is refused',
    `${allowed.cpu.toFixed(2)}, ${refused.cpu.toFixed(2)} ms`,
  );
  tell('how long they take', `${allowed.ms.toFixed(1)}, ${refused.ms.toFixed(1)} ms`);
  atMost('CPU of a refusal, to that of an allowed one', refused.cpu / allowed.cpu, most);
}
