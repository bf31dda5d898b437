import type http from 'node:http';
import { stringify } from 'node:querystring';
import { exchange, type Incoming } from './exchange.ts';
import { GoogleError } from './google-error.ts';
import { isLarge, LargeAnswer } from './large-answer.ts';
import { isRecord } from './is-record.ts';
import { Status } from './status.ts';
import { turns } from './turns.ts';

/**
 * A table of 10,000 columns, which is the most that there may be, with names of 300 characters is 3.5 MiB, as far as it is
 * asked for.
 */
const mostBytes = 4 * 1024 ** 2;

/** What an instance of 512 MiB has room for, whatever comes at once. */
const large = { bytes: 256 * 1024, turns: turns(4) };

/** As @google-cloud/common asks it, for one whole answer. */
export interface TeenyOptions {
  uri: string;
  method?: string;
  headers?: Record<string, string>;
  qs?: Record<string, string | number | boolean>;
  json?: unknown;
  /** Sent as it is where there is no JSON; its type stands in the headers. */
  body?: string;
  /** Milliseconds. */
  timeout?: number;
  agent?: http.Agent;
}

type Heard = (error: Error | null, response?: object, body?: unknown) => void;

/**
 * Stands in a bundle in the place of the package of this name, over which BigQuery's client asks: it brings node-fetch
 * and web streams with it. No redirect is followed, and an answer has an end.
 */
export function teenyRequest(options: TeenyOptions, heard: Heard): void {
  ask(options).then(
    (incoming) => {
      const body = bodyOf(incoming);
      heard(null, { statusCode: incoming.httpStatus, headers: incoming.headers, body }, body);
    },
    (error: unknown) => {
      // Told as an answer: what is an error is asked for again, and would not become smaller.
      if (error instanceof GoogleError && error.code === Status.OUT_OF_RANGE)
        heard(null, { statusCode: 200, headers: {} }, new LargeAnswer(undefined));
      else heard(error instanceof Error ? error : new Error('the call failed'));
    },
  );
}

teenyRequest.defaults =
  (usual: Partial<TeenyOptions>) =>
  (options: TeenyOptions, heard: Heard): void => {
    teenyRequest({ ...usual, ...options }, heard);
  };

async function ask(options: TeenyOptions): Promise<Incoming> {
  const { uri, method = 'GET', headers, qs, json, timeout = 60_000, agent } = options;
  const asJson = isRecord(json) ? JSON.stringify(json) : undefined;
  const url = new URL(qs ? `${uri}?${stringify(qs)}` : uri);
  const protocol = url.protocol === 'http:' ? 'http:' : 'https:';
  const port = Number(url.port) || (protocol === 'https:' ? 443 : 80);
  return exchange(
    { protocol, host: url.hostname, port, ...(agent && { agent }) },
    {
      verb: method,
      path: url.pathname + url.search,
      headers: { ...headers, ...(asJson !== undefined && { 'content-type': 'application/json' }) },
      body: asJson ?? options.body,
    },
    { deadlineMs: timeout, mostBytes, large },
  );
}

/** JSON where it says so and is, else text. */
function bodyOf({ httpStatus, headers, text }: Incoming): unknown {
  if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) return text;
  if (httpStatus === 200 && isLarge(text)) return new LargeAnswer(text);
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
