import type { Note } from '../../shared/ports/note.ts';
import type { WorkspaceId } from '../../shared/schemas/identifiers.ts';
import type { ConnectorRecord } from '../../shared/schemas/records.ts';
import type { Report } from '../../shared/schemas/report.ts';
import { metOutage } from '../../shared/validation/met-outage.ts';
import { outageReport } from './outage-report.ts';
import type { CheckConnectorPorts } from './ports.ts';
import { reportOf } from './report-of.ts';

/** What Google says of the connection; while it answers nobody it is not asked, and what others met tells enough. */
export async function askGoogle(
  workspace: WorkspaceId,
  record: ConnectorRecord,
  ports: CheckConnectorPorts,
  { note, ...how }: { light: boolean; now: Date; signal: AbortSignal; note: Note },
): Promise<Report> {
  const { circuit } = ports;
  if (!circuit.admits()) return outageReport(record, how.now);
  const report = await reportOf(workspace, record, ports, how);
  // Where nobody waits any more it is we who broke off, and not Google.
  if (!how.signal.aborted) circuit.met(metOutage(report.checks) ? 'down' : 'answering', note);
  return report;
}
