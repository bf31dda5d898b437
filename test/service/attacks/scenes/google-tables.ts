import { sign } from 'node:crypto';
import type { Target } from '../target.ts';

interface KeyFile {
  client_email: string;
  private_key: string;
  private_key_id: string;
}

const project = 'projects/acme-analytics';
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Calls the stand-in for Google as the good sample key's account does, past our service. */
export async function atGoogle(
  target: Target,
  path: string,
  init: RequestInit = {},
): Promise<{ status: number; json: Record<string, unknown> }> {
  const { client_email, private_key, private_key_id } = JSON.parse(
    target.keyFile('good.json').toString(),
  ) as KeyFile;
  const iat = Math.floor(Date.now() / 1000);
  const claims = {
    iss: client_email,
    aud: 'https://oauth2.googleapis.com/token',
    scope: 'https://www.googleapis.com/auth/bigquery',
    iat,
    exp: iat + 3600,
  };
  const text = `${part({ alg: 'RS256', typ: 'JWT', kid: private_key_id })}.${part(claims)}`;
  const assertion = `${text}.${sign('sha256', Buffer.from(text), private_key).toString('base64url')}`;
  const signedIn = await fetch(`${target.sandbox}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion,
    }),
  });
  const { access_token: token } = (await signedIn.json()) as { access_token: string };
  const headers = { authorization: `Bearer ${token}`, ...(init.headers as object) };
  const response = await fetch(`${target.sandbox}${path}`, { ...init, headers });
  const told = await response.text();
  return {
    status: response.status,
    json: (told === '' ? {} : JSON.parse(told)) as Record<string, unknown>,
  };
}

export const tablesOf = (dataset: string) => `/bigquery/v2/${project}/datasets/${dataset}/tables`;

/** Whether a table is there, and the addresses in it. */
export async function sampleTable(target: Target, dataset: string, table: string) {
  const { status, json } = await atGoogle(
    target,
    `${tablesOf(dataset)}/${table}/data?maxResults=5000`,
  );
  const addresses = JSON.stringify(json).match(/[\w.+-]+@[\w-]+\.[\w.]+/g) ?? [];
  return { status, addresses };
}

/** A table with one row, as a customer has it. */
export async function makeTable(target: Target, dataset: string, tableId: string): Promise<void> {
  const fields = [{ name: 'kept', type: 'STRING' }];
  const load = {
    configuration: {
      load: {
        destinationTable: { projectId: 'acme-analytics', datasetId: dataset, tableId },
        schema: { fields },
        sourceFormat: 'NEWLINE_DELIMITED_JSON',
      },
    },
  };
  const head = 'content-type: application/json\r\n\r\n';
  const parts = [JSON.stringify(load), '{"kept":"by its owner"}\n'];
  const body = `${parts.map((each) => `--x\r\n${head}${each}\r\n`).join('')}--x--`;
  const { status, json } = await atGoogle(
    target,
    `/upload/bigquery/v2/${project}/jobs?uploadType=multipart`,
    { method: 'POST', headers: { 'content-type': 'multipart/related; boundary=x' }, body },
  );
  if (status !== 200) throw new Error(JSON.stringify(json));
}
