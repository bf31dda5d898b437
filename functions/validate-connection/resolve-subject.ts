import type { KeyUse } from '../../shared/ports/connector-store.ts';
import { Problem } from '../../shared/problems/problem.ts';
import { type Connection, defaultMaximumBytesBilled } from '../../shared/schemas/connection.ts';
import type { ConnectorId, KeyId, WorkspaceId } from '../../shared/schemas/identifiers.ts';
import type { KeyFacts } from '../../shared/schemas/key-facts.ts';
import type { ServiceAccountKey } from '../../shared/schemas/service-account-key.ts';
import type { Draft } from '../../shared/validation/draft.ts';
import type { ValidateConnectionRequest } from './request.ts';
import type { ValidateConnectionPorts } from './ports.ts';

/** What is to be validated, every reference of the request looked up in the caller's own workspace. */
export interface Resolved {
  key: ServiceAccountKey;
  keyId: KeyId;
  facts: KeyFacts;
  connectorId?: ConnectorId | undefined;
  /** The connection as it was saved, where a connector was named. */
  saved?: Connection | undefined;
  draft: Draft;
  otherUses: KeyUse[];
}

export async function resolveSubject(
  request: ValidateConnectionRequest,
  workspace: WorkspaceId,
  { keys, connectors }: ValidateConnectionPorts,
): Promise<Resolved> {
  const { keyId, facts, connectorId, saved } = request.connectorId
    ? await savedConnection(request.connectorId, workspace, connectors)
    : await uploadedKey(request.keyId, workspace, connectors);
  const key = await keys.read(workspace, keyId);
  const uses = await connectors.connectorsOfKey(workspace, facts.fingerprint);
  return {
    key,
    keyId,
    facts,
    connectorId,
    saved,
    draft: draftOf(request, facts, saved),
    otherUses: uses.filter((use) => use.keyId !== keyId),
  };
}

interface Found {
  keyId: KeyId;
  facts: KeyFacts;
  connectorId?: ConnectorId | undefined;
  saved?: Connection;
}

async function savedConnection(
  id: ConnectorId,
  workspace: WorkspaceId,
  connectors: ValidateConnectionPorts['connectors'],
): Promise<Found> {
  const record = await connectors.connector(workspace, id);
  if (!record)
    throw new Problem('connector-not-found', 'Look up the id in the list of connectors.');
  const { keyId, key, connectorId, connection } = record;
  return { keyId, facts: key, connectorId, saved: connection };
}

async function uploadedKey(
  id: KeyId | undefined,
  workspace: WorkspaceId,
  connectors: ValidateConnectionPorts['connectors'],
): Promise<Found> {
  const record = id && (await connectors.key(workspace, id));
  if (!record)
    throw new Problem(
      'key-not-found',
      'Upload the key file again: keys that no connector was saved with are destroyed after 24 hours.',
    );
  return { keyId: record.keyId, facts: record.key, connectorId: record.connectorId };
}

/** Data lies in the key's project and jobs run there, unless the request or the saved connection says otherwise. */
function draftOf(
  request: ValidateConnectionRequest,
  facts: KeyFacts,
  saved: Connection | undefined,
): Draft {
  const field = request.uniqueContactField ?? saved?.uniqueContactField;
  const target = request.exportDataset ?? saved?.exportDataset;
  return {
    purposes: request.purposes ?? saved?.purposes ?? [],
    field: field && { ...field, project: field.project ?? facts.projectId },
    exportDataset: target && { ...target, project: target.project ?? facts.projectId },
    jobProject: request.jobProject ?? saved?.jobProject ?? facts.projectId,
    maximumBytesBilled:
      request.maximumBytesBilled ?? saved?.maximumBytesBilled ?? defaultMaximumBytesBilled,
  };
}
