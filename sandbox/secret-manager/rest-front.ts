import http, { type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GoogleStatus, invalidArgument, statuses } from './google-status.ts';
import type { Askable } from './secret-manager.ts';
import { transcode } from './transcode.ts';

const mostBytes = 1024 ** 2;
const states = { ENABLED: 1, DISABLED: 2, DESTROYED: 3 };
type State = keyof typeof states;

/** Secret Manager's REST API; paths begin at Google's root. */
export function secretManagerListener(secretManager: Askable): RequestListener {
  return (httpRequest, httpResponse) => {
    void answer(secretManager, httpRequest).then(({ status, body }) => {
      httpResponse.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' });
      httpResponse.end(JSON.stringify(body, undefined, 2));
    });
  };
}

export interface RunningRest {
  origin: string;
  port: number;
  close: () => void;
}

/** On a free port of this machine alone, without TLS. */
export async function serveSecretManagerOverRest(secretManager: Askable): Promise<RunningRest> {
  const server = http.createServer(secretManagerListener(secretManager));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${String(port)}`,
    port,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function answer(
  secretManager: Askable,
  httpRequest: IncomingMessage,
): Promise<{ status: number; body: object }> {
  try {
    const url = new URL(httpRequest.url ?? '/', 'http://sandbox.invalid');
    const body = await readJson(httpRequest);
    const asked = transcode(httpRequest.method ?? 'GET', url, body);
    const given = await secretManager.ask(asked.operation, asked.request);
    const numeric = url.searchParams.get('$alt')?.includes('enum-encoding=int') === true;
    return { status: 200, body: numeric ? withNumbers(given) : given };
  } catch (error) {
    const { word, message, info } = asStatus(error);
    const code = statuses[word].http;
    const details = info && [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', ...info }];
    return { status: code, body: { error: { code, message, status: word, details } } };
  }
}

async function readJson(httpRequest: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of httpRequest as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw invalidArgument('Request payload size exceeds the limit.');
    chunks.push(chunk);
  }
  try {
    return bytes === 0 ? {} : (JSON.parse(Buffer.concat(chunks).toString()) as unknown);
  } catch {
    throw invalidArgument('Invalid JSON payload received.');
  }
}

/** `$alt=json;enum-encoding=int`, which Google's clients ask for. A label may be called `state`, and stays a word. */
function withNumbers(given: { state?: State; versions?: { state?: State }[] }): object {
  const { state, versions } = given;
  return {
    ...given,
    ...(state && { state: states[state] }),
    ...(versions && { versions: versions.map(withNumbers) }),
  };
}

/** What is no status is a defect of the sandbox: its stack is for the terminal. */
function asStatus(error: unknown): GoogleStatus {
  if (error instanceof GoogleStatus) return error;
  process.stderr.write(`sandbox: ${error instanceof Error ? String(error.stack) : 'unknown'}\n`);
  return new GoogleStatus('INTERNAL', 'Internal error encountered.');
}
