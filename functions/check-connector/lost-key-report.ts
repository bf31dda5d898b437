import { validationId } from '../../shared/schemas/identifiers.ts';
import type { ConnectorRecord } from '../../shared/schemas/records.ts';
import type { Report } from '../../shared/schemas/report.ts';

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
