import type { Note } from '../../shared/ports/note.ts';
import { followRecord } from '../../shared/connectors/follow-record.ts';
import { healthAfter } from '../../shared/connectors/health-after.ts';
import { returnToPrevious } from '../../shared/connectors/return-to-previous.ts';
import { rotatedAt } from '../../shared/connectors/rotated-at.ts';
import { Problem } from '../../shared/problems/problem.ts';
import type { WorkspaceId } from '../../shared/schemas/identifiers.ts';
import type { ConnectorRecord } from '../../shared/schemas/records.ts';
import type { Report } from '../../shared/schemas/report.ts';
import { stillThat } from './keep-check.ts';
import type { CheckConnectorPorts } from './ports.ts';
import { lookOnly } from './extent-of.ts';
import { lookAt } from './look-at.ts';

const watchedMs = 60 * 60 * 1000;

/**
 * Within the hour after a rotation, a new key that is found broken gives way to the old one, if that still works: nobody
 * has to be called for it. Says whether it did.
 */
export async function rolledBack(
  workspace: WorkspaceId,
  { record, report }: { record: ConnectorRecord; report: Report },
  ports: CheckConnectorPorts,
  { now, signal, note }: { now: Date; signal: AbortSignal; note: Note },
): Promise<boolean> {
  const { previous, connectorId } = record;
  const since = rotatedAt(record);
  const breaks = healthAfter(record.health, report.outcome, now).announce?.to === 'broken';
  if (!previous || !since || !breaks) return false;
  // It breaks when it fails first; that it does is certain some minutes later.
  const began = Date.parse(record.health.failingSince ?? now.toISOString());
  if (Math.abs(began - since.getTime()) > watchedMs) return false;
  const { keyId, key, connection } = previous;
  const tried = await lookAt(workspace, { ...record, keyId, key, connection }, ports, {
    extent: lookOnly,
    now,
    signal,
  }).catch(absent);
  const outcome = tried?.report.outcome;
  if (outcome !== 'passed' && outcome !== 'warning') return false;
  const { connectors, keys, stamps } = ports;
  const after = await connectors.transaction(workspace, async (drawer) => {
    const current = await drawer.connector(connectorId);
    if (!current || !stillThat(current, record)) return undefined;
    return returnToPrevious(drawer, current, 'service', stamps);
  });
  if (!after) return false;
  await followRecord(workspace, after, { keys, connectors });
  note('rolled-back-by-itself', { workspace, connectorId }, 'WARNING');
  return true;
}

function absent(error: unknown): undefined {
  if (error instanceof Problem && error.code === 'key-not-found') return undefined;
  throw error;
}
