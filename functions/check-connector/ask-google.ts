import type { Note } from '../../shared/ports/note.ts';
import type { WorkspaceId } from '../../shared/schemas/identifiers.ts';
import type { ConnectorRecord } from '../../shared/schemas/records.ts';
import type { Extent } from '../../shared/validation/extent.ts';
import { metOutage } from '../../shared/validation/met-outage.ts';
import { outageReport } from './outage-report.ts';
import type { CheckConnectorPorts } from './ports.ts';
import { lookAt, type Looked } from './look-at.ts';

/** What Google says of the connection; while it answers nobody it is not asked, and what others met tells enough. */
export async function askGoogle(
  workspace: WorkspaceId,
  record: ConnectorRecord,
  ports: CheckConnectorPorts,
  how: { extent: Extent; now: Date; signal: AbortSignal; note: Note },
): Promise<Looked> {
  const { circuit } = ports;
  if (!circuit.admits()) return { report: outageReport(record, how.now), whole: false };
  const looked = await lookAt(workspace, record, ports, how);
  // Where nobody waits any more it is we who broke off, and not Google.
  if (!how.signal.aborted)
    circuit.met(metOutage(looked.report.checks) ? 'down' : 'answering', how.note);
  return looked;
}
