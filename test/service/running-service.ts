import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { leaks, type Seen } from '../support/key-canary.ts';

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The answer's JSON; an empty object where it is none. */
  json: Record<string, unknown>;
}

export interface Init {
  method?: string;
  body?: unknown;
  file?: Uint8Array;
  headers?: Record<string, string>;
}

export interface RunningService {
  origin: string;
  port: string;
  pid: number;
  stateFolder: string;
  log: () => string;
  /** The first line of the log with this id, as soon as it is there: the log travels apart from the answers. */
  logged: (id: string) => Promise<string>;
  /** Asks without a token. */
  fetch: (path: string, init?: Init) => Promise<Answer>;
  token: (workspace: string, role?: string) => Promise<string>;
  /** Asks as `role` of `workspace`. */
  asker: (
    workspace: string,
    role?: string,
  ) => Promise<(path: string, init?: Init) => Promise<Answer>>;
  keyFile: (name: string) => Buffer;
  /** Ends it, as Ctrl-C does unless told otherwise, and looks whether anything of a private key came to light. */
  stop: (signal?: NodeJS.Signals) => Promise<void>;
}

export const root = join(import.meta.dirname, '../..');

/** A state folder of its own, removed by the caller's `afterAll`. */
export function newStateFolder(): string {
  return mkdtempSync(join(tmpdir(), 'connector-'));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** One service for all tests of a file; `begin` is told when it runs. */
export function withService(
  begin: (service: RunningService) => void | Promise<void>,
  options?: string[],
): void {
  const stateFolder = newStateFolder();
  let running: RunningService | undefined;
  beforeAll(async () => {
    running = await startService(stateFolder, options);
    await begin(running);
  });
  afterAll(async () => {
    await running?.stop();
    removeFolder(stateFolder);
  });
}

/** Starts `npm start`'s program as a process of its own, on a free port. */
export async function startService(
  stateFolder: string,
  options: string[] = ['--wide-limits'],
  env: Record<string, string> = {},
): Promise<RunningService> {
  const started = spawnService(stateFolder, '0', options, env);
  const [, port = ''] = await started.says(/Ready in [\d.]+ s: http:\/\/localhost:(\d+)/);
  const origin = `http://localhost:${port}`;
  const seen: Seen[] = [];

  const ask = async (path: string, init: Init = {}): Promise<Answer> => {
    const { method = init.body === undefined && !init.file ? 'GET' : 'POST', file } = init;
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: {
        ...(init.body !== undefined && { 'content-type': 'application/json' }),
        ...(file && { 'content-type': 'application/octet-stream' }),
        ...init.headers,
      },
      ...(init.body !== undefined && { body: JSON.stringify(init.body) }),
      ...(file && { body: new Uint8Array(file) }),
    });
    const text = await response.text();
    const headers = JSON.stringify([...response.headers]);
    seen.push({ where: `${method} ${path}`, content: `${headers}\n${text}` });
    return { status: response.status, headers: response.headers, text, json: objectIn(text) };
  };

  const token = async (workspace: string, role = 'editor') =>
    tokenOf(stateFolder, port, workspace, role);

  return {
    origin,
    port,
    pid: started.process.pid ?? 0,
    stateFolder,
    log: started.log,
    async logged(id) {
      const [line] = await started.says(new RegExp(`^.*${id}.*(?=\\n)`, 'm'));
      return line;
    },
    fetch: ask,
    token,
    async asker(workspace, role) {
      const bearer = await token(workspace, role);
      return (path, init = {}) =>
        ask(path, { ...init, headers: { authorization: `Bearer ${bearer}`, ...init.headers } });
    },
    keyFile: (name) => readFileSync(join(stateFolder, 'keys', name)),
    async stop(signal) {
      await started.stop(signal);
      const all = [
        ...seen,
        { where: 'log', content: started.log() },
        ...databaseFiles(stateFolder),
      ];
      const found = [...leaks(privateKeysIn(stateFolder), all), ...gotForKeys(all)];
      if (found.length > 0) throw new Error(`A secret was found in: ${found.join(', ')}`);
    },
  };
}

export interface Spawned {
  process: ChildProcess;
  log: () => string;
  /** Waits for these words; rejects if the process ends before it says them. */
  says: (words: RegExp) => Promise<RegExpExecArray>;
  ended: Promise<number | null>;
  stop: (signal?: NodeJS.Signals) => Promise<void>;
}

export function spawnService(
  stateFolder: string,
  port: string,
  options: string[] = [],
  env: Record<string, string> = {},
): Spawned {
  const child = spawn(process.execPath, ['tools/start.ts', ...options], {
    cwd: root,
    env: { ...process.env, ...env, PORT: port, LOCAL_STATE: stateFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {
    process: child,
    log: () => said,
    ended,
    async says(words) {
      for (;;) {
        const found = words.exec(said);
        if (found) return found;
        const more = once(child.stdout, 'data').then(() => true);
        if (!(await Promise.race([more, ended.then(() => false)]))) throw new Error(said);
      }
    },
    async stop(signal = 'SIGINT') {
      child.kill(signal);
      await ended;
    },
  };
}

async function tokenOf(stateFolder: string, port: string, workspace: string, role: string) {
  const child = spawn(
    process.execPath,
    ['tools/token.ts', '--workspace', workspace, '--role', role],
    { cwd: root, env: { ...process.env, PORT: port, LOCAL_STATE: stateFolder } },
  );
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(child, 'close');
  return Buffer.concat(chunks).toString().trim();
}

/** Of every sample account, also of those whose file is not a key file any more. */
export function privateKeysIn(stateFolder: string): string[] {
  const ring = readFileSync(join(stateFolder, 'sandbox-keys.json'), 'utf8');
  const found = ring.matchAll(/"privateKey":("[^"]+")/g);
  return [...new Set([...found].map(([, text = '""']) => JSON.parse(text) as string))];
}

/** Where an assertion stands that was made with a key, by its head, or an access token that the stand-in gave for one. */
export function gotForKeys(seen: Seen[]): string[] {
  const heads = /eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6|ya29\.sandbox-/;
  return seen
    .filter(({ where }) => !/^\w+ \/(issuer|sandbox)\//.test(where)) // who gives tokens
    .filter(({ content }) => heads.test(Buffer.from(content).toString('latin1')))
    .map(({ where }) => where);
}

function databaseFiles(stateFolder: string): Seen[] {
  return readdirSync(stateFolder)
    .filter((name) => name.startsWith('state.db'))
    .map((name) => ({ where: name, content: readFileSync(join(stateFolder, name)) }));
}

function objectIn(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}
