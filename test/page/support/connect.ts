import type { Answer, Init, RunningService } from '../../service/running-service.ts';
import { fetchToken } from '../../../tools/local-service/fetch-token.ts';
import { subscribersEmail } from '../../support/subscribers-email.ts';

export type Ask = (path: string, init?: Init) => Promise<Answer>;

/** Asks the functions as somebody (`editor@demo`), apart from the browser. */
export async function askAs(service: RunningService, identity: string): Promise<Ask> {
  const [role = '', workspace = ''] = identity.split('@');
  const { origin, stateFolder } = service;
  const token = await fetchToken({ origin, stateFolder, workspace, role });
  return async (path, init = {}) => {
    const headers = { authorization: `Bearer ${token}`, ...init.headers };
    return service.fetch(path, { ...init, headers });
  };
}

export interface Wanted {
  name: string;
  /** A file of the sample keys. */
  key?: string;
  uniqueContactField?: object;
  purposes?: string[];
}

/** Saves a connector as the form does: upload, validate, save. Gives what was saved, with its etag. */
export async function connect(
  service: RunningService,
  ask: Ask,
  { name, key = 'good.json', uniqueContactField = subscribersEmail, purposes = ['import'] }: Wanted,
): Promise<Record<string, unknown> & { connectorId: string; etag: string }> {
  const { keyId } = await good(ask('/upload-key/', { file: service.keyFile(key) }));
  const connection = { keyId, purposes, uniqueContactField };
  const { validationId } = await good(ask('/validate-connection/', { body: connection }));
  const saved = await good(ask('/save-connector/', { body: { name, validationId } }));
  return { ...saved, connectorId: String(saved.connectorId), etag: String(saved.etag) };
}

async function good(answer: Promise<Answer>): Promise<Record<string, unknown>> {
  const { status, json, text } = await answer;
  if (status >= 300) throw new Error(text);
  return json;
}
