import { deliverAnnouncements } from '../../shared/announcing/deliver-announcements.ts';
import { recordOf } from '../../shared/connectors/record-of.ts';
import type { Note } from '../../shared/ports/note.ts';
import type { CheckTask } from '../../shared/ports/task-queue.ts';
import { askGoogle } from './ask-google.ts';
import { extentOf } from './extent-of.ts';
import { isDue, keptCheck } from './keep-check.ts';
import { lookForRetired } from './look-for-retired.ts';
import { lostKeyReport } from './lost-key-report.ts';
import type { CheckConnectorPorts } from './ports.ts';
import { rolledBack } from './roll-back-by-itself.ts';
import { tendOnly } from './tend-only.ts';
import { tendWhereNeeded } from './tend.ts';
import { unlessKeyIsLost } from './unless-key-is-lost.ts';
import { watchCertificates } from './watch-certificates.ts';

/** What became of a task; each of them is an end, and none is asked for again. */
export type Checked = 'gone' | 'paused' | 'not-due' | 'overtaken' | 'rolled-back' | 'checked';

/**
 * One check of one saved connector. A task is a hint and no more: everything is read anew, so that one that comes twice,
 * late or for something that has changed does no harm. First secrets and names are made to agree with the record; of what
 * is paused or deleted that is all.
 */
export async function checkConnector(
  { workspace, connectorId }: Pick<CheckTask, 'workspace' | 'connectorId'>,
  ports: CheckConnectorPorts,
  { signal, note }: { signal: AbortSignal; note: Note },
): Promise<Checked> {
  const { connectors, stamps } = ports;
  const record = await recordOf(workspace, connectorId, connectors);
  if (!record) return 'gone';
  const now = stamps.now();
  if (record.paused || record.deletedAt !== undefined)
    return tendOnly(workspace, record, ports, { now, note });
  if (!isDue(record, now)) return 'not-due';
  const { keyLost, noted } = await tendWhereNeeded(workspace, record, ports, { now, note });
  const { full, extent } = extentOf(record, now);
  const certificates = watchCertificates(ports.identity);
  const asking = { ...ports, identity: certificates.identity };
  const found = keyLost
    ? undefined
    : await unlessKeyIsLost(askGoogle(workspace, record, asking, { extent, now, signal, note }));
  const looked = found ?? { report: lostKeyReport(record, now), whole: false };
  const { report } = looked;
  if (await rolledBack(workspace, { record, report }, ports, { now, signal, note }))
    return 'rolled-back';
  const retired = await lookForRetired(record, report, certificates, { now, signal });
  const isDone = looked.whole || (full && found !== undefined && report.outcome !== 'inconclusive');
  const made = { record, ...looked, full: isDone, noted: { ...noted, ...retired } };
  const kept = await connectors.transaction(workspace, async (drawer) =>
    keptCheck(drawer, workspace, made, stamps),
  );
  if (kept === 'overtaken') return 'overtaken';
  note('connector-checked', { workspace, connectorId, outcome: report.outcome, full });
  if (kept !== 'announcing') return 'checked';
  // A moment later, so that what was written just now is among what waits.
  const later = () => new Date(stamps.now().getTime() + 1);
  await deliverAnnouncements({ ...ports, note, now: later }, { limit: 10 });
  return 'checked';
}
