import type { Answer, Operation } from '../../ports/answer.ts';

const callMs = 10_000;
const mostBytes = 4 * 1024 ** 2;

/** One call to Google: 10 s and 4 MiB at the most, no redirect followed, whatever comes back told as an answer. */
export async function fetchAnswer<T>(
  operation: Operation,
  url: string,
  init: RequestInit,
  signal: AbortSignal,
  read: (body: unknown) => T | undefined,
): Promise<Answer<T>> {
  try {
    const response = await fetch(url, {
      ...init,
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(callMs)]),
    });
    const body = parse(await readCapped(response));
    const httpStatus = response.status;
    if (httpStatus !== 200) {
      const date = response.headers.get('date') ?? undefined;
      return { refusal: { kind: 'http', operation, httpStatus, body, date } };
    }
    const value = read(body);
    if (value === undefined)
      return { refusal: { kind: 'transport', operation, fault: 'unreadable' } };
    return { value };
  } catch (error) {
    return { refusal: { kind: 'transport', operation, fault: faultOf(error, signal) } };
  }
}

function faultOf(error: unknown, signal: AbortSignal): 'stopped' | 'timed-out' | 'unreachable' {
  if (signal.aborted) return 'stopped';
  return error instanceof DOMException && error.name === 'TimeoutError'
    ? 'timed-out'
    : 'unreachable';
}

async function readCapped(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > mostBytes)
      throw new RangeError('Google’s answer is larger than any that we expect');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** JSON where it is JSON, text where it is not: error pages come as HTML. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
