import { existsSync } from 'node:fs';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  newStateFolder,
  removeFolder,
  type RunningService,
  startService,
} from '../running-service.ts';
import attacks from './attacks.json' with { type: 'json' };
import { forgedTokens } from './forged-tokens.ts';
import { generated, type Variant } from './generated.ts';
import { type Prepared, prepare } from './prepared.ts';

/** Black-box attacks, each with what must come of it. `threat` is its number in the threat model. */
interface Attack {
  id: string;
  threat: number;
  function: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  asWhom: string;
  body?: unknown;
  raw?: string;
  why: string;
  expect: {
    status: number[];
    maxMs?: number;
    contentType?: string;
    bodyMustContain?: string[];
    bodyMustNotContain?: string[];
    headersMust?: Record<string, string>;
    headersMustNotContain?: string[];
    logMustNotContain?: string[];
  };
}

interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  text: string;
  ms?: number;
}

const stateFolder = newStateFolder();
let service: RunningService;
let known: Prepared;
let forged: Record<string, string[]>;
let connections = 0;
const listener = net.createServer((socket) => {
  connections += 1;
  socket.destroy();
});
beforeAll(async () => {
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  service = await startService(stateFolder);
  known = await prepare(service);
  const { port } = listener.address() as AddressInfo;
  known.words.listenerPort = String(port);
  known.words.allowedOrigin = service.origin;
  forged = forgedTokens(known.tokens.editorA, stateFolder, port, known.words.MARK ?? '');
});
afterAll(async () => {
  listener.close();
  await service.stop();
  removeFolder(stateFolder);
});

describe.each(groups())('threat $threat', ({ cases }) => {
  test.each(cases)('$id: $why', async (attack) => {
    const before = await known.connectorA();
    const words: Record<string, string> = {
      ...known.words,
      freshName: `Name ${attack.id}`,
      etagA: `"${String(before.etag)}"`,
    };
    if (attack.expect.status.some((status) => status < 300)) {
      // What may succeed has to find something that was not saved yet.
      words.validationA = (await known.freshValidation()).validationId;
      words.validationA2 = (await known.freshValidation()).validationId;
    }
    const variants = generated(attack.id, { good: service.keyFile('good.json'), words }) ?? [{}];
    const bearers = bearersOf(attack);
    await service.fetch('/sandbox/requests', { method: 'DELETE' });
    const answers = await Promise.all(
      variants.flatMap((variant) =>
        bearers.map(async (bearer) => send(attack, variant, bearer, words)),
      ),
    );

    for (const answer of answers) judge(attack, answer, words);
    const { requests } = (await service.fetch('/sandbox/requests')).json;
    if (attack.threat === 9) expect(requests).toEqual([]);
    const untouched = ({ latestReport: _, ...rest }: Record<string, unknown>) => rest;
    if (Math.min(...attack.expect.status) >= 300) {
      expect(untouched(await known.connectorA())).toEqual(untouched(before));
    }
    expect(connections).toBe(0);
    expect(existsSync(words.canaryFile ?? '')).toBe(false);
    expect((await known.ask('/list-connectors/')).status).toBe(200);
  });
});

test('after all that, the log is one JSON object a line, none of them the attackers’', () => {
  const [ready, ...lines] = service.log().trimEnd().split('\n');
  expect(ready).toMatch(/^Ready in/);
  const events = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(new Set(events.map(({ severity }) => severity))).toEqual(new Set(['INFO']));
  const ofSchedule = ['connector-checked', 'fleet-health']; // who attacks asked for none of these
  const ofRequests = events.filter(({ message }) => !ofSchedule.includes(String(message)));
  expect(ofRequests.length).toBeGreaterThan(100);
  for (const { trace } of ofRequests) expect(trace).toMatch(/^[0-9a-f]{32}$/);
});

function groups(): { threat: number; cases: Attack[] }[] {
  const byThreat = Map.groupBy(attacks, ({ threat }) => threat);
  return [...byThreat].map(([threat, cases]) => ({ threat, cases }));
}

function bearersOf({ asWhom }: Attack): (string | undefined)[] {
  if (asWhom.startsWith('anonymous')) return [undefined];
  if (asWhom === 'viewer') return [known.tokens.viewerA];
  if (asWhom === 'editor-of-other-workspace') return [known.tokens.editorB];
  const name = /^forged token: ([\w{} -]+?)(?: \(.*)?$/.exec(asWhom)?.[1];
  const tokens = name === undefined ? [known.tokens.editorA] : forged[name];
  if (!tokens) throw new Error(`No token ${String(name)} was forged.`);
  return tokens;
}

const filled = (text: string, words: Record<string, string>): string =>
  text.replace(/\{\{([\w.]+)\}\}/g, (whole, word: string) => words[word] ?? whole);

async function send(
  attack: Attack,
  variant: Variant,
  bearer: string | undefined,
  words: Record<string, string>,
): Promise<Answer> {
  if (attack.raw !== undefined)
    return sendRaw(
      filled(attack.raw, words).replace('localhost:8080', `localhost:${service.port}`),
    );
  const folders: Record<string, string> = {
    'settings-page': '',
    '(the local token maker)': '/issuer/token',
  };
  const began = performance.now();
  const path = `${folders[attack.function] ?? `/${attack.function}`}${variant.path ?? filled(attack.path, words)}`;
  const body = variant.body ?? bodyOf(attack, words);
  const headers = Object.fromEntries(
    Object.entries(attack.headers).map(([name, value]) => [name, filled(value, words)]),
  );
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        host: '127.0.0.1',
        port: service.port,
        path: encodeURI(path).replaceAll('%25', '%'),
        method: attack.method,
        headers: {
          host: `localhost:${service.port}`,
          ...headers,
          ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
          ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          const { statusCode: status = 0, headers } = response;
          resolve({ status, headers, text, ms: performance.now() - began });
        });
      },
    );
    // Node's parser ends the connection of a request whose head is too large while it is still being sent.
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNRESET') resolve({ status: 431, headers: {}, text: '' });
      else reject(error);
    });
    request.end(body);
  });
}

function bodyOf({ body }: Attack, words: Record<string, string>): string | undefined {
  if (body === undefined) return undefined;
  return filled(typeof body === 'string' ? body : JSON.stringify(body), words);
}

async function sendRaw(bytes: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(service.port), '127.0.0.1', () => socket.end(bytes));
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    socket.on('close', () => {
      const statuses = text.match(/HTTP\/1\.1 (\d{3})/g) ?? [];
      if (statuses.length !== 1) reject(new Error(`${String(statuses.length)} answers`));
      resolve({ status: Number(statuses[0]?.slice(-3)), headers: {}, text });
    });
    socket.on('error', reject);
  });
}

function judge(
  { expect: wanted }: Attack,
  { status, headers, text, ms = 0 }: Answer,
  words: Record<string, string>,
) {
  expect(wanted.status, text.slice(0, 300)).toContain(status);
  if (wanted.maxMs !== undefined) expect(ms).toBeLessThan(wanted.maxMs);
  if (wanted.contentType !== undefined && headers['content-type'] !== undefined)
    expect(headers['content-type']).toContain(wanted.contentType);
  for (const part of wanted.bodyMustContain ?? []) expect(text).toContain(filled(part, words));
  const never = ['BEGIN PRIVATE KEY', 'BEGIN RSA PRIVATE KEY', 'node_modules', '    at ', 'ya29.'];
  const mark = words.MARK ?? '';
  const forbidden = [...never, mark, ...(wanted.bodyMustNotContain ?? [])];
  for (const part of forbidden) expect(text).not.toContain(filled(part, words));
  for (const part of [
    'BEGIN PRIVATE KEY',
    mark,
    'node:internal',
    ...(wanted.logMustNotContain ?? []),
  ]) {
    expect(service.log()).not.toContain(filled(part, words));
  }
  for (const token of Object.values(known.tokens)) expect(service.log()).not.toContain(token);
  if (status >= 400 && headers['content-type'] !== undefined) {
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
  if (wanted.headersMust?.['www-authenticate'] !== undefined) {
    expect(headers['www-authenticate']).toMatch(/^Bearer/);
  }
  if (wanted.headersMust?.['cache-control'] !== undefined) {
    expect(headers['cache-control']).toContain('no-store');
  }
  for (const part of wanted.headersMustNotContain ?? []) {
    expect(JSON.stringify(headers)).not.toContain(part);
  }
  const allowed = headers['access-control-allow-origin'];
  if (wanted.headersMust?.['access-control-allow-origin'] !== undefined) {
    expect(allowed).toBe(words.allowedOrigin);
    expect(headers.vary).toContain('Origin');
  }
  if (allowed !== undefined) expect(allowed).toBe(words.allowedOrigin);
  expect(headers['access-control-allow-credentials']).toBeUndefined();
}
