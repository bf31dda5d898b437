import type { IncomingMessage } from 'node:http';
import { refused } from './google-refusal.ts';

/** The whole body, or a refusal as soon as it is larger than allowed. */
export async function readBody(httpRequest: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of httpRequest as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= mostBytes) chunks.push(chunk); // the rest is read and dropped, so that the answer arrives
    if (bytes > 4 * mostBytes) break;
  }
  if (bytes <= mostBytes) return Buffer.concat(chunks);
  throw refused({
    code: 413,
    reason: 'uploadTooLarge',
    message: `Request payload size exceeds the limit: ${String(mostBytes)} bytes.`,
  });
}
