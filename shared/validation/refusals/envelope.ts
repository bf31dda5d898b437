/** One of an answer's errors: `reason` and `message`, whatever they are. */
export type Fault = Record<string, unknown>;

export interface Envelope {
  /** The error object: of an API, of a job, or a bare status as gRPC has it. */
  error: Fault;
  /** Its errors one by one, where it lists any. */
  faults: Fault[];
}

const deepest = 5;
const mostFaults = 20;
const longestText = 100_000;

/**
 * Finds the error in any of Google's envelopes: `{error: {…}}` of the APIs, the error object alone as clients print it, a
 * job whose `status.errorResult` tells the failure under HTTP 200, `insertErrors` of rows, a list of answers, and all of
 * them as text (https://cloud.google.com/apis/design/errors#http_mapping, bigquery/docs/reference/rest/v2/Job#jobstatus).
 */
export function findEnvelope(body: unknown, depth = 0): Envelope | undefined {
  if (depth > deepest) return undefined;
  if (typeof body === 'string') return findEnvelope(readJson(body), depth + 1);
  if (Array.isArray(body)) return findEnvelope(body.find(isObject), depth + 1);
  if (!isObject(body)) return undefined;
  if (isObject(body.error)) return findEnvelope(body.error, depth + 1);
  if (isObject(body.status)) return jobsFailure(body.status);
  if (Array.isArray(body.insertErrors)) return rowsFailure(body.insertErrors);
  const faults = objects(body.errors);
  const bare = typeof body.message === 'string' || typeof body.code === 'number';
  return faults.length > 0 || bare || depth > 0 ? { error: body, faults } : undefined;
}

function jobsFailure(status: Fault): Envelope {
  const result = isObject(status.errorResult) ? [status.errorResult] : [];
  const faults = [...result, ...objects(status.errors)];
  return { error: faults[0] ?? {}, faults };
}

function rowsFailure(rows: unknown[]): Envelope {
  const faults = objects(rows)
    .flatMap(({ errors }) => objects(errors))
    .slice(0, mostFaults);
  return { error: {}, faults };
}

/** Parts of a batch, and what clients print, have words before and after the JSON. */
export function readJson(text: string): unknown {
  const shown = text.slice(0, longestText);
  if (/^\s*</.test(shown)) return undefined; // a page; its scripts have braces too
  const from = shown.search(/[[{]/);
  const to = Math.max(shown.lastIndexOf('}'), shown.lastIndexOf(']'));
  if (from < 0 || to < from) return undefined;
  try {
    return JSON.parse(shown.slice(from, to + 1));
  } catch {
    return undefined; // text that only looks like JSON
  }
}

export function objects(list: unknown): Fault[] {
  return Array.isArray(list) ? list.slice(0, mostFaults).filter(isObject) : [];
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
