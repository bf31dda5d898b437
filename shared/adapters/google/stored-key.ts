import * as z from 'zod';
import { keyNotFound } from '../../problems/key-not-found.ts';
import { keyId, type KeyId, workspaceId, type WorkspaceId } from '../../schemas/identifiers.ts';
import { readStored } from '../../schemas/read-stored.ts';
import { type ServiceAccountKey, serviceAccountKey } from '../../schemas/service-account-key.ts';

/**
 * What a secret holds. The workspace stands beside the key, so that one call reads both and a key of another workspace
 * is never given; the id does, so that a payload that was copied into another secret is not taken for its key.
 */
const storedKey = z.strictObject({ workspace: workspaceId, keyId, key: serviceAccountKey });

export function packKey(workspace: WorkspaceId, id: KeyId, key: ServiceAccountKey): Buffer {
  return Buffer.from(JSON.stringify({ workspace, keyId: id, key }));
}

/** No part of the payload is in an error. */
export function unpackKey(payload: Buffer, workspace: WorkspaceId, id: KeyId): ServiceAccountKey {
  const stored = storedIn(payload);
  if (!stored) throw new Error('A stored key is not of the shape that this version reads.');
  if (stored.workspace !== workspace) throw keyNotFound();
  if (stored.keyId !== id) throw new Error('A secret holds the key of another one.');
  return stored.key;
}

function storedIn(payload: Buffer): z.output<typeof storedKey> | undefined {
  try {
    return readStored(storedKey, JSON.parse(payload.toString()));
  } catch {
    return undefined;
  }
}
