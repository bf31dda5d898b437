import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { subscribersEmail } from '../../support/subscribers-email.ts';
import { type Ask, asker } from './ask.ts';
import type { Target } from './target.ts';

/** Two workspaces with a connector each, and what the attackers know of them. */
export interface Prepared {
  words: Record<string, string>;
  tokens: Record<'editorA' | 'viewerA' | 'editorB', string>;
  ask: Ask;
  /** The state of A's connector, as its editor sees it. */
  connectorA: () => Promise<Record<string, unknown>>;
  /** A validation of A that can be saved. */
  freshValidation: (keyFile?: string) => Promise<{ validationId: string; keyId: string }>;
  connectorB: () => Promise<Record<string, unknown>>;
  /** A key of A whose account was deleted at Google. */
  deadKey: string;
}

export async function prepare(service: Target): Promise<Prepared> {
  const a = await workspace(service, 'a', 'good.json');
  const b = await workspace(service, 'b', 'reader-of-one-table.json');
  const stale = a.etag;
  await a.ask(`/save-connector/${a.connectorId}`, {
    method: 'PUT',
    headers: { 'if-match': `"${stale}"` },
    body: { paused: true },
  });
  const failed = await a.validated('no-job-permission.json');
  const dead = await a.ask('/upload-key/', { file: service.keyFile('deleted-account.json') });
  const tokens = {
    editorA: await service.token('a'),
    viewerA: await service.token('a', 'viewer'),
    editorB: await service.token('b'),
  };
  const { nextPageToken } = (await a.ask('/list-connectors/?pageSize=1')).json;
  const ofA = wordsOf(a, 'A');
  const current = (await a.ask(`/list-connectors/${a.connectorId}`)).json;
  return {
    tokens,
    ask: a.ask,
    connectorA: async () => (await a.ask(`/list-connectors/${a.connectorId}`)).json,
    connectorB: async () => (await b.ask(`/list-connectors/${b.connectorId}`)).json,
    deadKey: String(dead.json.keyId),
    freshValidation: async (keyFile = 'good.json') => a.validated(keyFile),
    words: {
      ...ofA,
      nameAUpperDoubleSpaced: a.connectorName.toUpperCase().replace(' ', '  '),
      ...wordsOf(b, 'B'),
      etagA: `"${String(current.etag)}"`,
      staleEtagA: `"${stale}"`,
      failedValidationA: failed.validationId,
      pageTokenOfA: String(nextPageToken),
      'token.editorA': tokens.editorA,
      'token.viewerA': tokens.viewerA,
      'token.editorB': tokens.editorB,
      canaryTable: 'crm.contacts',
      canaryFile: join(tmpdir(), `canary-${randomBytes(8).toString('hex')}`),
      MARK: `ATTACKMARK${randomBytes(8).toString('hex')}`,
    },
  };
}

type Workspace = Awaited<ReturnType<typeof workspace>>;

async function workspace(service: Target, name: string, keyFile: string) {
  const ask = await asker(service, name);
  const validated = async (file: string) => {
    const { keyId } = (await ask('/upload-key/', { file: service.keyFile(file) })).json;
    const body = { keyId, purposes: ['import'], uniqueContactField: subscribersEmail };
    const { validationId } = (await ask('/validate-connection/', { body })).json;
    return { keyId: String(keyId), validationId: String(validationId) };
  };
  const { keyId, validationId } = await validated(keyFile);
  const names = { a: 'Alpha shop', b: 'Bravo shop' };
  const connectorName = names[name as 'a' | 'b'];
  const saved = await ask('/save-connector/', { body: { name: connectorName, validationId } });
  const second = await validated(keyFile);
  await ask('/save-connector/', {
    body: { name: `${connectorName} 2`, validationId: second.validationId },
  });
  const key = saved.json.key as { clientEmail: string };
  return {
    ask,
    validated,
    name,
    connectorName,
    keyId,
    validationId,
    connectorId: String(saved.json.connectorId),
    etag: String(saved.json.etag),
    clientEmail: key.clientEmail,
  };
}

function wordsOf(known: Workspace, letter: string): Record<string, string> {
  const words = {
    connector: known.connectorId,
    etag: `"${known.etag}"`,
    name: known.connectorName,
    key: known.keyId,
    validation: known.validationId,
    dataset: 'crm',
    table: 'subscribers',
    column: 'email',
    exportDataset: 'exports',
    clientEmail: known.clientEmail,
    project: 'acme-analytics',
    workspace: known.name,
  };
  return Object.fromEntries(
    Object.entries(words).map(([word, value]) => [`${word}${letter}`, value]),
  );
}
