import type { Target } from './exchange.ts';
import { googleError } from './google-error.ts';
import { isRecord } from './is-record.ts';
import type { HeaderSource } from './metadata-tokens.ts';
import { Status } from './status.ts';

/** What the client and its caller gave, and who asks: unless the caller said that himself. */
export async function callHeaders(
  given: Record<string, unknown>,
  { protocol, host }: Target,
  auth: HeaderSource,
  deadlineMs: number,
): Promise<Record<string, string>> {
  const headers: Record<string, string> = { 'content-type': 'application/json', ...plain(given) };
  if (headers.authorization !== undefined) return headers;
  const own = await within(deadlineMs, auth.getRequestHeaders(`${protocol}//${host}/`));
  return { ...plain(own), ...headers };
}

/** Of a Headers, a Map or an object; names in lower case, so that none is there twice. */
function plain(source: unknown): Record<string, string> {
  const entries = isIterable(source) ? [...source] : Object.entries(isRecord(source) ? source : {});
  return Object.fromEntries(
    entries.map(([name, value]) => [String(name).toLowerCase(), [value].flat().join(', ')]),
  );
}

function isIterable(source: unknown): source is Iterable<[unknown, unknown]> {
  return isRecord(source) && Symbol.iterator in source;
}

async function within<T>(ms: number, waited: Promise<T> | T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(googleError(Status.DEADLINE_EXCEEDED, `no access token within ${String(ms)} ms`));
    }, ms);
  });
  try {
    return await Promise.race([waited, end]);
  } finally {
    clearTimeout(timer);
  }
}
