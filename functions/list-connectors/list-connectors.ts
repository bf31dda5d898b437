import { asConnector } from '../../shared/connectors/as-connector.ts';
import type { ConnectorStore } from '../../shared/ports/connector-store.ts';
import type { Stamps } from '../../shared/ports/stamps.ts';
import type { Caller } from '../../shared/schemas/caller.ts';
import type { Connector } from '../../shared/schemas/connector.ts';
import { foldedName } from '../../shared/schemas/name-text.ts';
import type { ConnectorRecord } from '../../shared/schemas/records.ts';
import type { ListConnectorsRequest, ListCursor } from './request.ts';

export interface ListConnectorsPorts {
  connectors: Pick<
    ConnectorStore,
    | 'connector'
    | 'connectors'
    | 'connectorsOfKey'
    | 'deletedConnectors'
    | 'changes'
    | 'healthSummary'
  >;
  stamps: Stamps;
}

/** A page reads no more records than this, however few of them the query matches. */
const mostRead = 500;
const readAtOnce = 100;

/** Newest first. With a query a page may be short and yet not be the last: its cost is bounded. */
export async function listConnectors(
  { pageSize, health, query, after }: ListConnectorsRequest,
  { workspace }: Caller,
  { connectors, stamps }: ListConnectorsPorts,
): Promise<{ connectors: Connector[]; next?: ListCursor }> {
  const wanted = query === undefined ? '' : foldedName(query);
  const found: ConnectorRecord[] = [];
  let cursor = after;
  for (let read = 0; read < mostRead;) {
    const limit = wanted === '' ? pageSize + 1 : readAtOnce;
    const batch = await connectors.connectors(workspace, { limit, after: cursor, health });
    for (const record of batch) {
      if (found.length === pageSize) return page(found, stamps, cursor);
      if (foldedName(record.name).includes(wanted)) found.push(record);
      cursor = { createdAt: record.createdAt, connectorId: record.connectorId };
    }
    if (batch.length < limit) return page(found, stamps);
    read += batch.length;
  }
  return page(found, stamps, cursor);
}

function page(
  records: ConnectorRecord[],
  stamps: Stamps,
  next?: ListCursor,
): { connectors: Connector[]; next?: ListCursor } {
  const now = stamps.now();
  const connectors = records.map((record) => asConnector(record, now));
  return next ? { connectors, next } : { connectors };
}
