import type { Answered, Call } from '../../../tools/deployed-service/client.ts';
import type { KeyVault } from '../../../shared/ports/key-vault.ts';
import type { Given } from '../deployed-platform.ts';
import type { Kept } from './kept.ts';

/** A workspace of its own, with hands that nobody ends half-way. */
export interface Stage {
  workspace: string;
  keys: KeyVault;
  /** What upload-key and validate-connection leave behind. */
  seed: () => Promise<{ keyId: string; validationId: string }>;
  request: (line: string, given?: Given) => Promise<Call>;
  /** Asks a function; it has to work. */
  ask: (name: string, line: string, given?: Given) => Promise<Answered>;
}

export interface Rehearsed {
  call: Call;
  /** The answer to it, and to the same again once it was done. */
  status: number;
  statusOnceDone: number;
  /** What can be seen of it when it is done: either all of it is there or nothing is. */
  signs: (kept: Kept) => Record<string, boolean>;
}

export interface Saved {
  id: string;
  etag: unknown;
  keyId: string;
}

export async function save(stage: Stage): Promise<Saved> {
  const { keyId, validationId } = await stage.seed();
  const body = { name: 'Shop data', validationId };
  const { json } = await stage.ask('save-connector', 'POST /', { body });
  return { id: String(json.connectorId), etag: json.etag, keyId };
}

export async function rotate(stage: Stage, { id, etag }: Saved): Promise<Saved> {
  const { keyId, validationId } = await stage.seed();
  const given = { etag, body: { validationId } };
  const { json } = await stage.ask('save-connector', `PUT /${id}`, given);
  return { id, etag: json.etag, keyId };
}
