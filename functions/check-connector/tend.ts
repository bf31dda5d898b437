import { agreeWithRecord } from '../../shared/connectors/agree-with-record.ts';
import type { Note } from '../../shared/ports/note.ts';
import type { WorkspaceId } from '../../shared/schemas/identifiers.ts';
import type { ConnectorRecord } from '../../shared/schemas/records.ts';
import { endStrays } from './end-strays.ts';
import type { CheckConnectorPorts } from './ports.ts';

export interface Tended {
  keyLost: boolean;
  /** What the record is to remember of it, once it is written. */
  noted: Partial<ConnectorRecord>;
}

type Tending = Pick<CheckConnectorPorts, 'keys' | 'connectors'>;

/** Makes secrets and names agree with the record; an operator reads of all that was not so already. */
export async function tend(
  workspace: WorkspaceId,
  record: ConnectorRecord,
  ports: Tending,
  { now, note }: { now: Date; note: Note },
): Promise<Tended> {
  const { connectorId, previous } = record;
  const { keyLost, mended } = await agreeWithRecord(workspace, record, ports.keys);
  for (const each of [...mended, ...(await endStrays(workspace, record, ports, now))]) {
    note('healed', { workspace, connectorId, ...each }, 'WARNING');
  }
  const wayBackIsOver = previous !== undefined && Date.parse(previous.until) <= now.getTime();
  return {
    keyLost,
    noted: { tendedAt: now.toISOString(), ...(wayBackIsOver && { previous: undefined }) },
  };
}

/** A process that made the last change has ended by then: a function has a minute. */
const settledMs = 90_000;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * After every change, and once a day: to ask the vault of every secret every hour would need more than Google allows
 * (600 a minute and project).
 */
export async function tendWhereNeeded(
  workspace: WorkspaceId,
  record: ConnectorRecord,
  ports: Tending,
  work: { now: Date; note: Note },
): Promise<Tended> {
  const { tendedAt, updatedAt } = record;
  const tended = tendedAt === undefined ? NaN : Date.parse(tendedAt);
  const sinceThen = work.now.getTime() - tended;
  const settled = tended - Date.parse(updatedAt) >= settledMs;
  if (settled && sinceThen >= 0 && sinceThen < dayMs) return { keyLost: false, noted: {} };
  return tend(workspace, record, ports, work);
}
