import { billedAfter, bytesLeft } from '../../shared/connectors/byte-budget.ts';
import type { Note } from '../../shared/ports/note.ts';
import { followRecord } from '../../shared/connectors/follow-record.ts';
import { healthAfter } from '../../shared/connectors/health-after.ts';
import { returnToPrevious } from '../../shared/connectors/return-to-previous.ts';
import { isSameConnection } from '../../shared/connectors/is-same-connection.ts';
import { rotatedAt, wayBack } from '../../shared/connectors/way-back.ts';
import { Problem } from '../../shared/problems/problem.ts';
import type { WorkspaceId } from '../../shared/schemas/identifiers.ts';
import type { ConnectorRecord } from '../../shared/schemas/records.ts';
import type { CheckId, Report } from '../../shared/schemas/report.ts';
import type { Extent } from '../../shared/validation/extent.ts';
import { stillThat } from './keep-check.ts';
import type { CheckConnectorPorts } from './ports.ts';
import { lookAt } from './look-at.ts';

const watchedMs = 60 * 60 * 1000;

/**
 * A new key that breaks within the hour after its rotation gives way to the old one as soon as that is found to work:
 * nobody has to be called for it. Not where the connection is another by now, which nobody wants undone. Says whether it
 * did.
 */
export async function rolledBack(
  workspace: WorkspaceId,
  { record, report }: { record: ConnectorRecord; report: Report },
  ports: CheckConnectorPorts,
  { now, signal, note }: { now: Date; signal: AbortSignal; note: Note },
): Promise<boolean> {
  const { connectorId } = record;
  const previous = wayBack(record, now);
  if (!previous || !isBreakOfTheHour(record, report, now)) return false;
  const { keyId, key, connection } = previous;
  if (!isSameConnection(connection, record.connection)) return false;
  const billed = billedAfter(record.billed, report.bytesBilled, now);
  const before = { ...record, keyId, key, connection, billed };
  const tried = await lookAt(workspace, before, ports, {
    extent: extentOfTrial(before, report, now),
    now,
    signal,
    note,
  }).catch(absent);
  if (!tried) return false;
  const { connectors, keys, stamps } = ports;
  const works = tried.report.outcome === 'passed' || tried.report.outcome === 'warning';
  const after = await connectors.transaction(workspace, async (drawer) => {
    const current = await drawer.connector(connectorId);
    if (!current) return undefined;
    const returns = works && stillThat(current, record);
    // Who does not return counts the bytes of its own report later.
    const bytes = tried.report.bytesBilled + (returns ? report.bytesBilled : 0);
    const counted = { ...current, billed: billedAfter(current.billed, bytes, now) };
    if (returns) return returnToPrevious(drawer, counted, 'service', stamps);
    if (bytes > 0) drawer.putConnector(counted);
    return undefined;
  });
  if (!after) return false;
  await followRecord(workspace, after, { keys, connectors });
  note('rolled-back-by-itself', { workspace, connectorId }, 'WARNING');
  return true;
}

/** Whoever found it out: it breaks when it fails first; that it does is certain some minutes later. */
function isBreakOfTheHour(record: ConnectorRecord, { outcome }: Report, now: Date): boolean {
  const since = rotatedAt(record);
  const { health } = healthAfter(record.health, outcome, now);
  if (!since || outcome !== 'failed' || health.state !== 'broken') return false;
  const began = Date.parse(health.failingSince ?? now.toISOString());
  return Math.abs(began - since.getTime()) <= watchedMs;
}

/** What costs something is done with the old key where the new one failed at that: else that failure would stand. */
function extentOfTrial(before: ConnectorRecord, { checks }: Report, now: Date): Extent {
  const failed = (id: CheckId) =>
    checks.some((check) => check.id === id && check.outcome === 'failed');
  const again = (id: CheckId) => (failed(id) ? 'always' : 'never');
  return { signs: false, keys: again('D5'), probe: again('E4'), bytesLeft: bytesLeft(before, now) };
}

function absent(error: unknown): undefined {
  if (error instanceof Problem && error.code === 'key-not-found') return undefined;
  throw error;
}
