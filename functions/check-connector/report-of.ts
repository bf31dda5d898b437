import { validationId } from '../../shared/schemas/identifiers.ts';
import type { WorkspaceId } from '../../shared/schemas/identifiers.ts';
import type { ConnectorRecord } from '../../shared/schemas/records.ts';
import type { Report } from '../../shared/schemas/report.ts';
import { estimatedPriceUsd } from '../../shared/validation/estimated-price.ts';
import { inspect } from '../../shared/validation/inspect.ts';
import { jobLabels } from '../../shared/validation/job-labels.ts';
import { mergedChecks } from '../../shared/validation/merged-checks.ts';
import type { CheckConnectorPorts } from './ports.ts';

/** The saved connection, looked at as it was when it was saved. */
export async function reportOf(
  workspace: WorkspaceId,
  record: ConnectorRecord,
  ports: CheckConnectorPorts,
  { light, now, signal }: { light: boolean; now: Date; signal: AbortSignal },
): Promise<Report> {
  const { keyId, key: facts, connection, connectorId, latestReport } = record;
  const { keys, connectors, stamps } = ports;
  const key = await keys.read(workspace, keyId);
  const uses = await connectors.connectorsOfKey(facts.fingerprint);
  const { purposes, uniqueContactField: field, exportDataset } = connection;
  const { jobProject, maximumBytesBilled } = connection;
  const inspected = await inspect(
    {
      key,
      draft: { purposes, field, exportDataset, jobProject, maximumBytesBilled },
      otherUses: uses.filter((use) => use.workspace === workspace && use.keyId !== keyId),
      labels: jobLabels(workspace, connectorId),
      now,
      light,
      probeId: stamps.newId(),
      signal,
    },
    ports,
  );
  const { bytesBilled, remedy } = inspected;
  return {
    ...stamped(record, now),
    ...mergedChecks(inspected.checks, latestReport.checks),
    ...(remedy && { remedy }),
    bytesBilled,
    estimatedPriceUsd: estimatedPriceUsd(bytesBilled),
    durationMs: Math.max(0, stamps.now().getTime() - now.getTime()),
  };
}

/** Nothing can be asked with a key that is gone; only a new one helps. */
export function lostKeyReport(record: ConnectorRecord, now: Date): Report {
  return {
    ...stamped(record, now),
    outcome: 'failed',
    checks: [
      {
        id: 'A1',
        name: 'key-readable',
        title: 'The key file can be read',
        outcome: 'failed',
        cause: 'key-lost',
        detail: 'The key of this connector was destroyed in the vault of this service.',
        remedy: { text: 'Upload a key file, validate with it, and save the connector again.' },
        durationMs: 0,
      },
    ],
    bytesBilled: 0,
    estimatedPriceUsd: 0,
    durationMs: 0,
  };
}

/** Such a report is of no validation that could be saved; it bears the id of the one that was. */
export function stamped({ latestReport }: ConnectorRecord, now: Date) {
  const at = now.toISOString();
  const id = validationId.parse(latestReport.validationId);
  return { validationId: id, readyToSave: false, validatedAt: at, expiresAt: at };
}
