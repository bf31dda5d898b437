import type { ConnectorStore } from '../ports/connector-store.ts';
import type { KeyVault } from '../ports/key-vault.ts';
import type { ConnectorId, WorkspaceId } from '../schemas/identifiers.ts';
import type { ConnectorRecord } from '../schemas/records.ts';
import { type Agreement, agreeWithRecord } from './agree-with-record.ts';
import { recordOf } from './record-of.ts';

/** Whoever changes one connector more often than this within a request leaves the rest to the check after each change. */
const mostTurns = 5;

/**
 * Makes the secrets agree with a record that others may be changing: after its words to the vault the record is read
 * again, until it is the one that they were said for. Whoever is slow then undoes its own late words. Where no record is
 * given, because a request was refused after words of its own, it is read first.
 */
export async function followRecord(
  workspace: WorkspaceId,
  written: ConnectorRecord | ConnectorId,
  { keys, connectors }: Ports,
): Promise<Pick<Agreement, 'keyLost'>> {
  const id = typeof written === 'string' ? written : written.connectorId;
  const read = async () => recordOf(workspace, id, connectors);
  let record = typeof written === 'string' ? await read() : written;
  let keyLost = false;
  for (let turn = 0; record && turn < mostTurns; turn += 1) {
    keyLost = (await agreeWithRecord(workspace, record, keys)).keyLost;
    const now = await read();
    if (now?.etag === record.etag) break;
    record = now;
  }
  return { keyLost };
}

interface Ports {
  keys: Pick<KeyVault, 'keep' | 'expire'>;
  connectors: Pick<ConnectorStore, 'connector' | 'transaction'>;
}
