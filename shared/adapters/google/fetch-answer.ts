import type { Answer, Operation } from '../../ports/answer.ts';
import { exchange, type Incoming } from './rest-transport/exchange.ts';
import { GoogleError } from './rest-transport/google-error.ts';
import { Status } from './rest-transport/status.ts';

const mostBytes = 4 * 1024 ** 2;

export interface Asked {
  url: string;
  /** Sent as a POST where one of them is given. */
  form?: URLSearchParams;
  json?: object;
  /** A bearer token. */
  token?: string;
  callMs: number;
}

/** One call to Google: no longer than allowed, and 4 MiB at the most, no redirect followed, whatever comes back told as an answer. */
export async function fetchAnswer<T>(
  operation: Operation,
  asked: Asked,
  signal: AbortSignal,
  read: (body: unknown) => T | undefined,
): Promise<Answer<T>> {
  try {
    const { httpStatus, headers, text } = await ask(asked, signal);
    const body = parse(text);
    if (httpStatus >= 300 && httpStatus < 400) {
      return { refusal: { kind: 'transport', operation, fault: 'unreachable' } }; // a redirect leads elsewhere
    }
    if (httpStatus !== 200) {
      return { refusal: { kind: 'http', operation, httpStatus, body, date: headers.date } };
    }
    const value = read(body);
    if (value === undefined)
      return { refusal: { kind: 'transport', operation, fault: 'unreadable' } };
    return { value };
  } catch (error) {
    return { refusal: { kind: 'transport', operation, fault: faultOf(error) } };
  }
}

async function ask(
  { url, form, json, token, callMs }: Asked,
  signal: AbortSignal,
): Promise<Incoming> {
  const { protocol, hostname: host, port, pathname, search } = new URL(url);
  const target =
    protocol === 'http:'
      ? ({ protocol: 'http:', host, port: Number(port) || 80 } as const)
      : ({ protocol: 'https:', host, port: Number(port) || 443 } as const);
  const body = form?.toString() ?? (json && JSON.stringify(json));
  const type = form ? 'application/x-www-form-urlencoded' : 'application/json';
  return exchange(
    target,
    {
      verb: body === undefined ? 'GET' : 'POST',
      path: pathname + search,
      headers: {
        ...(body !== undefined && { 'content-type': type }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body,
    },
    { deadlineMs: callMs, mostBytes, signal },
  );
}

function faultOf(error: unknown): 'stopped' | 'timed-out' | 'unreachable' {
  if (!(error instanceof GoogleError)) return 'unreachable';
  if (error.code === Status.CANCELLED) return 'stopped';
  return error.code === Status.DEADLINE_EXCEEDED ? 'timed-out' : 'unreachable';
}

/** JSON where it is JSON, text where it is not: error pages come as HTML. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
