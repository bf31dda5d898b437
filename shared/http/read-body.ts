import type { IncomingMessage } from 'node:http';
import { Problem } from '../problems/problem.ts';

/** Under the functions framework the body may have been read before us. */
type MaybeRead = IncomingMessage & { rawBody?: Uint8Array };

const slowest = 20_000;

/** The body's bytes, counted while they arrive; refuses more than `maximumBytes` and what arrives too slowly. */
export async function readBody(httpRequest: MaybeRead, maximumBytes: number): Promise<Uint8Array> {
  const { rawBody } = httpRequest;
  const declared = Number(httpRequest.headers['content-length'] ?? 0);
  const tooLarge = () =>
    new Problem('body-too-large', `Send at most ${String(maximumBytes)} bytes.`);
  if (declared > maximumBytes || (rawBody && rawBody.length > maximumBytes)) throw tooLarge();
  if (rawBody) return rawBody;
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    const stop = (problem: Problem) => {
      clearTimeout(timer);
      httpRequest.removeListener('data', take);
      reject(problem);
    };
    const timer = setTimeout(() => {
      stop(new Problem('request-too-slow', 'Send the body again, at once.'));
    }, slowest);
    const take = (chunk: Uint8Array) => {
      bytes += chunk.length;
      if (bytes > maximumBytes) stop(tooLarge());
      else chunks.push(chunk);
    };
    httpRequest.on('data', take);
    httpRequest.once('end', () => {
      clearTimeout(timer);
      resolve(Buffer.concat(chunks));
    });
    httpRequest.once('error', () => {
      stop(new Problem('request-too-slow', 'Send the request again: it broke off.'));
    });
  });
}

const mostLeftover = 16 * 1024 ** 2;

/** Lets a client that is still sending finish and read its refusal, but not for ever. */
export function discardBody(httpRequest: IncomingMessage): void {
  let bytes = 0;
  const cut = setTimeout(() => httpRequest.destroy(), 5_000).unref();
  httpRequest.on('data', (chunk: Uint8Array) => {
    bytes += chunk.length;
    if (bytes > mostLeftover) httpRequest.destroy();
  });
  httpRequest.once('close', () => {
    clearTimeout(cut);
  });
}
