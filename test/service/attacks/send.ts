import http from 'node:http';
import net from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { Place, Target } from './target.ts';

export interface Sent {
  method: string;
  path: string;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer | undefined;
  bearer?: string | undefined;
}

export interface Answered {
  status: number;
  headers: http.IncomingHttpHeaders;
  text: string;
  /** The answer's JSON; an empty object where it is none. */
  json: Record<string, unknown>;
  ms: number;
}

const patience = 10;

/**
 * A request as it is written: its path is not tidied. Who is told that the store is too slow just now, as an emulator on a
 * busy machine is, asks again, as the answer says.
 */
export async function send(target: Target, name: string, sent: Sent): Promise<Answered> {
  for (let time = 1; ; time += 1) {
    const answer = await sendOnce(target, name, sent);
    const slow = answer.status === 503 && answer.json.code === 'store-unavailable';
    if (!slow || time === patience) return answer;
    await setTimeout(Number(answer.headers['retry-after']) * 1000);
  }
}

/** Node's own refusal of a head is an answer, too. */
async function sendOnce(
  target: Target,
  name: string,
  { method, path, headers = {}, body, bearer }: Sent,
): Promise<Answered> {
  const began = performance.now();
  const { port, folder, host } = target.at(name);
  const asked = {
    host: '127.0.0.1',
    port,
    method,
    path: encodeURI(`${folder}${path}`).replaceAll('%25', '%'),
    headers: {
      host,
      ...headers,
      ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
      ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
    },
  };
  return new Promise((resolve, reject) => {
    const request = http.request(asked, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const { statusCode: status = 0, headers: told } = response;
        resolve({ ...answered(status, text, performance.now() - began), headers: told });
      });
      response.on('error', reject);
    });
    // Node's parser ends the connection of a request whose head is too large while it is still being sent.
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNRESET') resolve(answered(431, '', performance.now() - began));
      else reject(error);
    });
    request.end(body);
  });
}

/** Bytes as they are given, whatever HTTP thinks of them; gives all that came back until the connection was closed. */
export async function sendBytes({ port }: Place, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    // Not ended by us: Node gives up a request whose sender says that it has no more to say.
    const socket = net.connect(port, '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    socket.on('close', () => {
      resolve(text);
    });
    socket.on('error', reject);
  });
}

/** As one request is answered: once. */
export async function sendRaw(place: Place, bytes: string): Promise<Answered> {
  const text = await sendBytes(place, bytes);
  const statuses = text.match(/HTTP\/1\.1 (\d{3})/g) ?? [];
  if (statuses.length !== 1) throw new Error(`${String(statuses.length)} answers: ${text}`);
  return answered(Number(statuses[0].slice(-3)), text, 0);
}

function answered(status: number, text: string, ms: number): Answered {
  return { status, headers: {}, text, json: objectIn(text), ms };
}

function objectIn(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}
