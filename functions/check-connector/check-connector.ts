import { deliverAnnouncements } from '../../shared/announcing/deliver-announcements.ts';
import type { Note } from '../../shared/ports/note.ts';
import { agreeWithRecord } from '../../shared/connectors/agree-with-record.ts';
import type { CheckTask } from '../../shared/ports/task-queue.ts';
import { extentOf } from './extent-of.ts';
import { isDue, keptCheck } from './keep-check.ts';
import { lookAt } from './look-at.ts';
import { lostKeyReport } from './lost-key-report.ts';
import type { CheckConnectorPorts } from './ports.ts';
import { rolledBack } from './roll-back-by-itself.ts';

/** What became of a task; each of them is an end, and none is asked for again. */
export type Checked = 'gone' | 'paused' | 'not-due' | 'overtaken' | 'rolled-back' | 'checked';

/**
 * One check of one saved connector. A task is a hint and no more: everything is read anew, so that one that comes twice,
 * late or for something that has changed does no harm. First the secrets are made to agree with the record.
 */
export async function checkConnector(
  { workspace, connectorId }: Pick<CheckTask, 'workspace' | 'connectorId'>,
  ports: CheckConnectorPorts,
  { signal, note }: { signal: AbortSignal; note: Note },
): Promise<Checked> {
  const { connectors, keys, stamps } = ports;
  const record = await connectors.connector(workspace, connectorId);
  if (!record) return 'gone';
  if (record.paused) return 'paused';
  const now = stamps.now();
  if (!isDue(record, now)) return 'not-due';
  const { keyLost } = await agreeWithRecord(workspace, record, keys, now);
  const { full, extent } = extentOf(record, now);
  const looked = keyLost
    ? { report: lostKeyReport(record, now), whole: false }
    : await lookAt(workspace, record, ports, { extent, now, signal });
  const { report } = looked;
  if (await rolledBack(workspace, { record, report }, ports, { now, signal, note }))
    return 'rolled-back';
  const isDone = looked.whole || (full && !keyLost && report.outcome !== 'inconclusive');
  const made = { record, ...looked, full: isDone };
  const kept = await connectors.transaction(workspace, async (drawer) =>
    keptCheck(drawer, workspace, made, stamps),
  );
  if (!kept) return 'overtaken';
  note('connector-checked', { workspace, connectorId, outcome: report.outcome, full });
  // A moment later, so that what was written just now is among what waits.
  const later = () => new Date(stamps.now().getTime() + 1);
  await deliverAnnouncements({ ...ports, note, now: later }, { limit: 10 });
  return 'checked';
}
