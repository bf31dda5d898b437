import { connectorNotFound } from '../../shared/connectors/not-found.ts';
import type { Limits } from '../../shared/limits/limits.ts';
import type { Answer } from '../../shared/ports/answer.ts';
import type { ConnectorStore } from '../../shared/ports/connector-store.ts';
import type { Identity } from '../../shared/ports/identity.ts';
import type { KeyVault } from '../../shared/ports/key-vault.ts';
import type { Stamps } from '../../shared/ports/stamps.ts';
import type { OpenWarehouse, Warehouse } from '../../shared/ports/warehouse.ts';
import { Problem } from '../../shared/problems/problem.ts';
import type { KeyId, WorkspaceId } from '../../shared/schemas/identifiers.ts';
import type { KeyFacts } from '../../shared/schemas/key-facts.ts';
import type { Asked } from '../../shared/validation/asked.ts';
import { askedOf, unwrap } from './unwrap.ts';
import type { BrowseTablesRequest } from './request.ts';

export interface BrowseTablesPorts {
  keys: Pick<KeyVault, 'read'>;
  connectors: Pick<ConnectorStore, 'key' | 'connector' | 'transaction'>;
  identity: Identity;
  openWarehouse: OpenWarehouse;
  stamps: Pick<Stamps, 'now'>;
  limits: Pick<Limits, 'browsesAMinute'>;
}

export interface Opened {
  warehouse: Warehouse;
  project: string;
  /** What Google answered, or a problem that says why not. */
  read: <T>(answer: Answer<T>, asked: Partial<Asked>) => T;
}

/** Signs in with the key that the request names, looked up in the caller's own workspace. */
export async function openWithKey(
  request: BrowseTablesRequest,
  workspace: WorkspaceId,
  { keys, connectors, identity, openWarehouse }: BrowseTablesPorts,
  signal: AbortSignal,
): Promise<Opened> {
  const found = await keyOf(request, workspace, connectors);
  const key = await keys.read(workspace, found.keyId);
  const project = request.project ?? found.key.projectId;
  const jobProject = request.jobProject ?? found.jobProject ?? found.key.projectId;
  const about = askedOf(found.key, project, jobProject);
  const accessToken = unwrap(await identity.signIn(key, ['bigquery'], signal), about);
  const labels = {}; // browsing runs no job that could bear them
  return {
    warehouse: openWarehouse({ accessToken, jobProject, labels, signal }),
    project,
    read: (answer, asked) => unwrap(answer, { ...about, ...asked }),
  };
}

async function keyOf(
  { keyId, connectorId }: BrowseTablesRequest,
  workspace: WorkspaceId,
  connectors: BrowseTablesPorts['connectors'],
): Promise<{ keyId: KeyId; key: KeyFacts; jobProject?: string }> {
  if (connectorId !== undefined) {
    const record = await connectors.connector(workspace, connectorId);
    if (!record) throw connectorNotFound();
    return { keyId: record.keyId, key: record.key, jobProject: record.connection.jobProject };
  }
  const record = keyId && (await connectors.key(workspace, keyId));
  if (!record)
    throw new Problem(
      'key-not-found',
      'Upload the key file again: keys that no connector was saved with are destroyed after 24 hours.',
    );
  return record;
}
