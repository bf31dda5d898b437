import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../tools/emulators/free-port.ts';

const framework = join(
  import.meta.dirname,
  '../../node_modules/@google-cloud/functions-framework/build/src/main.js',
);

/** The real functions framework, as it is deployed, with one function in it. */
function frameworkProcess(standFirst: 'yes' | 'no') {
  const started = { origin: '', output: '', process: undefined as ChildProcess | undefined };
  beforeAll(async () => {
    const port = await freePort();
    const child = spawn(process.execPath, [framework, '--target=guarded'], {
      cwd: join(import.meta.dirname, 'framework'),
      env: {
        NODE_ENV: 'production',
        STAND_FIRST: standFirst,
        PORT: String(port),
        FUNCTION_SOURCE: 'function.mjs',
      },
    });
    started.process = child;
    started.origin = `http://127.0.0.1:${String(port)}`;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text: Buffer) => {
        started.output += text.toString();
      });
    }
    await answering(started.origin);
  });
  afterAll(() => {
    started.process?.kill();
  });
  return started;
}

async function answering(origin: string): Promise<void> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline;) {
    const answer = await fetch(origin, { method: 'OPTIONS' }).catch(() => undefined);
    if (answer) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('the framework did not start');
}

async function saying(
  started: { output: string; process?: ChildProcess | undefined },
  text: string,
) {
  while (!started.output.includes(text)) await once(started.process?.stdout ?? process, 'data');
}

/** Made before anything is asked: it takes longer than the server keeps an idle connection open. */
const bomb = brotliCompressSync(Buffer.alloc(20_000_000));
const secret = '{"keyId":"x","private_key":"-----BEGIN PRIVATE KEY-----SECRETMARK';
const post = (body: NonNullable<RequestInit['body']>, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body,
});

describe('under the functions framework, the function stands before the parsers', () => {
  const started = frameworkProcess('yes');
  const send = async (path: string, init: RequestInit) => {
    const response = await fetch(started.origin + path, init);
    const type = response.headers.get('content-type');
    return { status: response.status, type, text: await response.text() };
  };
  const problem = 'application/problem+json; charset=utf-8';

  test('and answers', async () => {
    const { status, text } = await send('/', post('{"name":"one"}'));
    expect({ status, text }).toEqual({ status: 201, text: '{"name":"one"}' });
  });

  test('a malformed body with a private key is a problem, and is not in the log', async () => {
    const { status, type } = await send('/', post(secret));
    expect({ status, type }).toEqual({ status: 400, type: problem });
    expect(started.output).not.toContain('SECRETMARK');
  });

  test('a cloud event is not parsed', async () => {
    const { status } = await send(
      '/',
      post(secret, { 'content-type': 'application/cloudevents+json' }),
    );
    expect(status).toBe(415);
    expect(started.output).not.toContain('SECRETMARK');
  });

  test('a kilobyte that would inflate to a gigabyte is refused as it is', async () => {
    const { status, type } = await send('/', post(bomb, { 'content-encoding': 'br' }));
    expect({ status, type }).toEqual({ status: 415, type: problem });
  });

  test('a path that cannot be decoded is a problem, without a stack in the log', async () => {
    const { status, type } = await send('/%E0%A4%A', { method: 'GET' });
    expect({ status, type }).toEqual({ status: 400, type: problem });
    expect(started.output).not.toMatch(/URIError|node_modules/);
  });

  test('a body beyond the limit is cut off', async () => {
    expect((await send('/', post('x'.repeat(1_000_000)))).status).toBe(413);
  });

  test('methods that nobody promised reach nothing', async () => {
    expect((await send('/', { method: 'PROPFIND' })).status).toBe(405);
  });
});

describe('a deployed process', () => {
  const started = frameworkProcess('yes');
  const ended = () => once(started.process ?? process, 'close');

  test('finishes what was begun when the platform ends it', async () => {
    const asked = fetch(`${started.origin}/until-asked-to-end`, { method: 'POST' });
    await saying(started, '"message":"begun"');

    const closed = ended();
    started.process?.kill('SIGTERM');

    expect(await (await asked).json()).toEqual({ finished: true });
    expect(await closed).toEqual([0, null]);
  });
});

describe('a deployed process that meets a defect outside of every request', () => {
  const started = frameworkProcess('yes');

  test('tells it by its stack alone, and ends', async () => {
    const closed = once(started.process ?? process, 'close');
    const asked = fetch(`${started.origin}/defect`, { method: 'POST' }).catch(() => 'cut off');

    expect(await asked).toBe('cut off');
    expect(await closed).toEqual([1, null]);
    expect(started.output).toMatch(/"message":"defect".*"uncaught":true.*function\.mjs/);
    expect(started.output).not.toContain('SECRETMARK');
  });
});

describe('should the framework ever make its server in another way', () => {
  const started = frameworkProcess('no');

  test('the function still answers behind its parsers', async () => {
    const response = await fetch(started.origin, post('{"name":"one"}'));
    expect(await response.json()).toEqual({ name: 'one' });
  });

  test('and a malformed body still is not in the log', async () => {
    await fetch(started.origin, post(secret));
    expect(started.output).not.toContain('SECRETMARK');
  });
});
