import { recordOf } from './read-outputs.ts';

export interface Reply {
  status: number;
  headers: Headers;
  /** The body, where it is JSON. */
  json: unknown;
}

const longestMs = 20_000;

/** Asks, without a token unless one is given; gives what `fault` finds wrong with the answer, or why there was none. */
export async function askedFor(
  method: string,
  url: string,
  fault: (reply: Reply) => string | undefined,
  headers: Record<string, string> = {},
): Promise<string | undefined> {
  try {
    const response = await fetch(url, {
      method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(longestMs),
    });
    const { status, headers: told } = response;
    return fault({ status, headers: told, json: jsonIn(await response.text()) });
  } catch (error) {
    return `there is no answer (${causeOf(error)})`;
  }
}

export function isJson({ headers }: Reply): boolean {
  return headers.get('content-type')?.startsWith('application/json') ?? false;
}

/** Problem details (RFC 9457) of the function's own catalogue. */
export function isRefusal({ status, headers, json }: Reply): boolean {
  const { status: told, code } = recordOf(json);
  const type = headers.get('content-type') ?? '';
  return type.startsWith('application/problem+json') && told === status && typeof code === 'string';
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'for no reason told';
  const { cause } = error;
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message;
}
