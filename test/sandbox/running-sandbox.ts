import { BigQuery } from '@google-cloud/bigquery';
import { OAuth2Client } from 'google-auth-library';
import { importPKCS8, SignJWT } from 'jose';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { heldAnswers } from './held-answers.ts';

export interface Answer {
  status: number;
  headers: Headers;
  json: Record<string, unknown>;
  text: string;
}

export interface RunningSandbox {
  origin: string;
  stateFolder: string;
  sandbox: Sandbox;
  keyFile: (name: string) => KeyFile;
  /** The assertion of RFC 7523 as a client makes it, with claims and header members changed as told. */
  assertion: (name: string, claims?: object, header?: object) => Promise<string>;
  /** What the token endpoint answers. */
  exchange: (assertion: string, grantType?: string) => Promise<Answer>;
  /** An access token of a sample account. */
  token: (name: string, scope?: string) => Promise<string>;
  /** Google's own client, signed in as a sample account. */
  client: (name: string, scope?: string) => Promise<BigQuery>;
  fetch: (path: string, init?: RequestInit & { token?: string }) => Promise<Answer>;
  now: () => Date;
  moveTo: (moment: Date) => void;
  /** Refuses if an answer since the last time was not as Google describes it; closing does so too. */
  settle: () => void;
  close: () => Promise<void>;
}

export interface KeyFile {
  client_email: string;
  private_key: string;
  private_key_id: string;
  project_id: string;
}

export const bigqueryScope = 'https://www.googleapis.com/auth/bigquery';
export const driveScope = 'https://www.googleapis.com/auth/drive.readonly';
export const platformScope = 'https://www.googleapis.com/auth/cloud-platform';
const audience = 'https://oauth2.googleapis.com/token';

/**
 * The stand-in for Google on a free port of this machine, in a state folder of its own. Where the Cloud SDK is there,
 * closing it refuses if an answer was not as Google describes it; a test that has it answer nonsense says so.
 */
export async function runningSandbox({ answersNonsense = false } = {}): Promise<RunningSandbox> {
  const stateFolder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  let shiftMs = 0;
  const now = () => new Date(Date.now() + shiftMs);
  const sandbox = await startSandbox({ stateFolder, now, rowsOfLargestTable: 2000 });
  const held = heldAnswers();
  const server = http.createServer((httpRequest, httpResponse) => {
    if (!answersNonsense) held.watch(httpRequest, httpResponse);
    sandbox.handle(httpRequest, httpResponse);
  });
  // Google lets connections rest for minutes; Node would end them just when a slow test asks again.
  server.keepAliveTimeout = 300_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;

  const keyFile = (name: string) =>
    JSON.parse(readFileSync(join(sandbox.keysFolder, `${name}.json`), 'utf8')) as KeyFile;
  const ask: RunningSandbox['fetch'] = async (path, { token, headers, ...init } = {}) => {
    const sent = new Headers(headers);
    if (token !== undefined) sent.set('authorization', `Bearer ${token}`);
    const response = await fetch(`${origin}${path}`, { ...init, headers: sent });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: objectIn(text) };
  };
  const assertion: RunningSandbox['assertion'] = async (name, claims = {}, header = {}) => {
    const key = keyFile(name);
    const seconds = Math.floor(now().getTime() / 1000);
    const usual = {
      iss: key.client_email,
      aud: audience,
      scope: bigqueryScope,
      iat: seconds,
      exp: seconds + 3600,
    };
    return new SignJWT({ ...usual, ...claims })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.private_key_id, ...header })
      .sign(await importPKCS8(key.private_key, 'RS256'));
  };
  const exchange: RunningSandbox['exchange'] = async (
    signed,
    grantType = 'urn:ietf:params:oauth:grant-type:jwt-bearer',
  ) =>
    ask('/token', {
      method: 'POST',
      body: new URLSearchParams({ grant_type: grantType, assertion: signed }),
    });
  const token: RunningSandbox['token'] = async (name, scope = bigqueryScope) => {
    const { json } = await exchange(await assertion(name, { scope }));
    return String(json.access_token);
  };
  return {
    origin,
    stateFolder,
    sandbox,
    keyFile,
    assertion,
    exchange,
    token,
    fetch: ask,
    now,
    async client(name, scope) {
      const authClient = new OAuth2Client();
      authClient.setCredentials({ access_token: await token(name, scope) });
      const projectId = keyFile(name).project_id;
      const retryOptions = { autoRetry: false, maxRetries: 0 };
      return new BigQuery({ projectId, authClient, apiEndpoint: origin, retryOptions });
    },
    settle() {
      held.settle();
    },
    moveTo(moment) {
      shiftMs = moment.getTime() - Date.now();
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await sandbox.close();
      rmSync(stateFolder, { recursive: true, force: true });
      held.settle();
    },
  };
}

function objectIn(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}
