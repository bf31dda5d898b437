import http, {
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { GoogleStatus, invalidArgument, statuses } from './google-status.ts';

const mostBytes = 1024 ** 2;

/** One request by its method, its place below Google's root and its body; answered, or refused with a GoogleStatus. */
export type AskOverRest = (
  method: string,
  url: URL,
  body: unknown,
  headers: IncomingHttpHeaders,
) => Promise<object>;

/** One of Google's REST APIs; paths begin at Google's root. */
export function restListener(ask: AskOverRest): RequestListener {
  return (httpRequest, httpResponse) => {
    void answer(ask, httpRequest).then(({ status, body }) => {
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
export async function serveOverRest(ask: AskOverRest): Promise<RunningRest> {
  const server = http.createServer(restListener(ask));
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
  ask: AskOverRest,
  httpRequest: IncomingMessage,
): Promise<{ status: number; body: object }> {
  try {
    const url = new URL(httpRequest.url ?? '/', 'http://sandbox.invalid');
    const body = await readJson(httpRequest);
    const { method = 'GET', headers } = httpRequest;
    return { status: 200, body: await ask(method, url, body, headers) };
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

/** What is no status is a defect of the sandbox: its stack is for the terminal. */
function asStatus(error: unknown): GoogleStatus {
  if (error instanceof GoogleStatus) return error;
  process.stderr.write(`sandbox: ${error instanceof Error ? String(error.stack) : 'unknown'}\n`);
  return new GoogleStatus('INTERNAL', 'Internal error encountered.');
}
