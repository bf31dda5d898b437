import { shapesAfter } from '../../shared/connectors/shapes-after.ts';
import type { Note } from '../../shared/ports/note.ts';
import type { WorkspaceId } from '../../shared/schemas/identifiers.ts';
import type { ConnectorRecord } from '../../shared/schemas/records.ts';
import type { Report } from '../../shared/schemas/report.ts';
import type { Sighting } from '../../shared/schemas/sighting.ts';
import { estimatedPriceUsd } from '../../shared/validation/estimated-price.ts';
import type { Extent } from '../../shared/validation/extent.ts';
import { type Inspected, inspect } from '../../shared/validation/inspect.ts';
import { jobLabels } from '../../shared/validation/job-labels.ts';
import { mergedChecks } from '../../shared/validation/merged-checks.ts';
import { noteDefect, noteTroubles } from '../../shared/validation/note-troubles.ts';
import { stamped } from './lost-key-report.ts';
import type { CheckConnectorPorts } from './ports.ts';

/** What a look at a saved connection found. */
export interface Looked {
  report: Report;
  seen?: Sighting | undefined;
  shapes?: ConnectorRecord['shapes'];
  /** All that costs something came to an end, whether it was meant to be done or not. */
  whole: boolean;
}

/** The saved connection, looked at as it was when it was saved; what is not the customer's to mend is told the operators. */
export async function lookAt(
  workspace: WorkspaceId,
  record: ConnectorRecord,
  ports: CheckConnectorPorts,
  { extent, now, signal, note }: { extent: Extent; now: Date; signal: AbortSignal; note: Note },
): Promise<Looked> {
  const { keyId, key: facts, connection, connectorId, latestReport } = record;
  const { keys, connectors, stamps } = ports;
  const key = await keys.read(workspace, keyId);
  const uses = await connectors.connectorsOfKey(workspace, facts.fingerprint);
  const { purposes, uniqueContactField: field, exportDataset } = connection;
  const { jobProject, maximumBytesBilled } = connection;
  const inspected = await inspect(
    {
      key,
      draft: { purposes, field, exportDataset, jobProject, maximumBytesBilled },
      otherUses: uses.filter((use) => use.keyId !== keyId),
      labels: jobLabels(workspace, connectorId),
      now,
      extent,
      probeId: stamps.newId(),
      signal,
      onDefect: (check, error) => {
        noteDefect(note, { workspace, connectorId, check }, error);
      },
    },
    ports,
  );
  const { checks, bytesBilled, remedy, sighting: seen } = inspected;
  noteTroubles(note, { workspace, connectorId }, checks);
  const report = {
    ...stamped(record, now),
    ...mergedChecks(checks, latestReport.checks),
    ...(remedy && { remedy }),
    bytesBilled,
    estimatedPriceUsd: estimatedPriceUsd(bytesBilled),
    durationMs: Math.max(0, stamps.now().getTime() - now.getTime()),
  };
  const shapes = shapesAfter(record.shapes, { checks, seen });
  return { report, seen, shapes, whole: isWhole(inspected) };
}

/** Also where something else is inconclusive: else it would be done, and billed, in each check until that passes. */
function isWhole({ checks }: Inspected): boolean {
  const costly = checks.filter(({ id }) => id === 'D5' || id === 'E4');
  return costly.every(({ outcome }) => outcome !== 'skipped' && outcome !== 'inconclusive');
}
