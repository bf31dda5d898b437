import { setTimeout as pause } from 'node:timers/promises';
import { exchange, type Limits, type Target } from './exchange.ts';
import { asGoogleError, type GoogleError, googleError } from './google-error.ts';
import { isRecord } from './is-record.ts';
import { Status } from './status.ts';

/** What a client asks for headers: google-auth-library's clients are of this kind too. */
export interface HeaderSource {
  getRequestHeaders: (url?: string) => unknown;
  /** After an answer of 401: what was given is of no use. */
  forget?: () => void;
}

export interface MetadataTokensOptions {
  host?: string;
  port?: number;
  now?: () => number;
  deadlineMs?: number;
}

const path = '/computeMetadata/v1/instance/service-accounts/default/token';
const flavor = { 'metadata-flavor': 'Google' };
const mostBytes = 64 * 1024;
const pausesMs = [50, 200];
const marginMs = 5 * 60_000;

/** Access tokens of the function's own service account, from the metadata server; one at a time, until it nearly ends. */
export function metadataTokens({
  host = 'metadata.google.internal',
  port = 80,
  now = Date.now,
  deadlineMs = 3000,
}: MetadataTokensOptions = {}): HeaderSource & { getProjectId: () => Promise<string> } {
  let current: Promise<Token> | undefined;
  let freshUntil = 0;
  const renew = async () => {
    const token = await askRepeatedly({ protocol: 'http:', host, port }, { deadlineMs, mostBytes });
    // A token that is nearly over already is the one that the metadata server has: it is used, and asked for again.
    freshUntil = now() + token.expiresInMs - marginMs;
    return token;
  };
  return {
    async getRequestHeaders() {
      if (current === undefined || now() >= freshUntil) {
        freshUntil = Infinity;
        const asked = renew();
        current = asked;
        asked.catch(() => {
          if (current === asked) current = undefined;
        });
      }
      return { authorization: `Bearer ${(await current).accessToken}` };
    },
    forget() {
      current = undefined;
    },
    async getProjectId() {
      throw new TypeError('Give the client its projectId: this transport does not look for one.');
    },
  };
}

interface Token {
  accessToken: string;
  expiresInMs: number;
}

async function askRepeatedly(target: Target, limits: Limits): Promise<Token> {
  for (const pauseMs of pausesMs) {
    try {
      return await ask(target, limits);
    } catch (error) {
      if (asGoogleError(error).code === Status.UNAUTHENTICATED) throw error;
      await pause(pauseMs);
    }
  }
  return ask(target, limits);
}

async function ask(target: Target, limits: Limits): Promise<Token> {
  const outgoing = { verb: 'GET', path, headers: flavor };
  const { httpStatus, headers, text } = await exchange(target, outgoing, limits);
  // Anyone may answer at that name where there is no metadata server.
  if (headers['metadata-flavor'] !== flavor['metadata-flavor'])
    throw noToken(Status.UNAUTHENTICATED, 'what answers is no metadata server');
  if (httpStatus !== 200)
    throw noToken(
      httpStatus < 500 && httpStatus !== 429 ? Status.UNAUTHENTICATED : Status.UNAVAILABLE,
      `the metadata server answered ${String(httpStatus)}`,
    );
  const token = read(text);
  if (!token) throw noToken(Status.UNAVAILABLE, 'the metadata server’s answer holds none');
  return token;
}

function read(text: string): Token | undefined {
  try {
    const body: unknown = JSON.parse(text);
    if (!isRecord(body)) return undefined;
    const { access_token: accessToken, expires_in: seconds } = body;
    if (typeof accessToken !== 'string' || typeof seconds !== 'number') return undefined;
    return { accessToken, expiresInMs: seconds * 1000 };
  } catch {
    return undefined; // JSON.parse quotes what it could not read
  }
}

function noToken(code: GoogleError['code'] & number, why: string): GoogleError {
  return googleError(code, `no access token: ${why}`);
}
