import { connectorNotFound } from '../../shared/connectors/not-found.ts';
import type { Caller } from '../../shared/schemas/caller.ts';
import type { Change } from '../../shared/schemas/connector.ts';
import type { ConnectorId } from '../../shared/schemas/identifiers.ts';
import type { ListConnectorsPorts } from './list-connectors.ts';
import type { ChangesCursor } from './request.ts';

interface ListChangesRequest {
  connectorId: ConnectorId;
  pageSize: number;
  after?: ChangesCursor | undefined;
}

/** A connector's history, newest first; it can be read after the connector was deleted, since it is an audit. */
export async function listChanges(
  { connectorId, pageSize, after }: ListChangesRequest,
  { workspace }: Caller,
  { connectors }: ListConnectorsPorts,
): Promise<{ changes: Change[]; next?: ChangesCursor }> {
  const found = await connectors.changes(workspace, connectorId, { limit: pageSize + 1, after });
  if (found.length === 0 && !after) throw connectorNotFound();
  const changes = found.slice(0, pageSize);
  const last = changes.at(-1);
  const more = found.length > pageSize && last;
  return more ? { changes, next: { at: last.at, changeId: last.changeId } } : { changes };
}
