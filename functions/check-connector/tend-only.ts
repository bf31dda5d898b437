import type { Note } from '../../shared/ports/note.ts';
import type { WorkspaceId } from '../../shared/schemas/identifiers.ts';
import type { ConnectorRecord } from '../../shared/schemas/records.ts';
import { isDue } from './keep-check.ts';
import type { CheckConnectorPorts } from './ports.ts';
import { tend } from './tend.ts';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * What is paused or deleted is not checked, and Google is asked nothing; only its secrets and names are made to follow
 * the record. That is an end for the task, whether it was due or came late.
 */
export async function tendOnly(
  workspace: WorkspaceId,
  record: ConnectorRecord,
  { keys, connectors }: Pick<CheckConnectorPorts, 'keys' | 'connectors'>,
  { now, note }: { now: Date; note: Note },
): Promise<'paused' | 'gone'> {
  const { noted } = await tend(workspace, record, { keys, connectors }, { now, note });
  if (isDue(record, now)) {
    await connectors.transaction(workspace, async (drawer) => {
      const current = await drawer.connector(record.connectorId);
      if (current?.etag !== record.etag || current.nextCheckAt !== record.nextCheckAt) return;
      drawer.putConnector({ ...current, ...noted, nextCheckAt: nextLook(current, now) });
    });
  }
  return record.deletedAt === undefined ? 'paused' : 'gone';
}

/**
 * What is deleted is looked at once more, a day after, and then goes by itself. What is paused is looked at every day:
 * whoever deletes it gives its key an expiry before the record says so, and may be ended in between.
 */
function nextLook({ deletedAt }: ConnectorRecord, now: Date): string | undefined {
  if (deletedAt === undefined) return new Date(now.getTime() + dayMs).toISOString();
  const once = Date.parse(deletedAt) + dayMs;
  return now.getTime() < once ? new Date(once).toISOString() : undefined;
}
