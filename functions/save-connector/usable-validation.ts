import type { Drawer } from '../../shared/ports/connector-store.ts';
import { Problem } from '../../shared/problems/problem.ts';
import type { ConnectorId, ValidationId } from '../../shared/schemas/identifiers.ts';
import type { KeyRecord, ValidationRecord } from '../../shared/schemas/records.ts';
import { missingForSave } from '../../shared/validation/ready-to-save.ts';

const leastTimeLeftMs = 2 * 60 * 60 * 1000;

/** A validation that may be kept, with its key. Read in the transaction that keeps it. */
export async function usableValidation(
  drawer: Drawer,
  id: ValidationId,
  savingAs: ConnectorId | undefined,
  now: Date,
): Promise<{ validation: ValidationRecord; key: KeyRecord }> {
  const validation = await drawer.validation(id);
  if (!validation) {
    throw new Problem(
      'validation-not-found',
      'Validate the connection, then save with the validationId of the report.',
    );
  }
  requireFresh(validation, now);
  requirePassed(validation);
  const key = await drawer.key(validation.keyId);
  if (!key) throw new Problem('key-not-found', 'Upload the key file again: the key was destroyed.');
  requireFreeKey(key, savingAs, now);
  return { validation, key };
}

function requireFresh({ report }: ValidationRecord, now: Date): void {
  if (Date.parse(report.expiresAt) > now.getTime()) return;
  throw new Problem(
    'validation-expired',
    'Validate the connection again: a validation can be saved for 30 minutes.',
  );
}

function requirePassed({ report, connection }: ValidationRecord): void {
  if (report.outcome !== 'passed' && report.outcome !== 'warning') {
    throw new Problem(
      'validation-not-passed',
      'Mend what the report says and validate again; only what passed can be saved.',
    );
  }
  const missing = missingForSave(connection);
  if (missing.length > 0) {
    throw new Problem(
      'validation-incomplete',
      `Validate again with what is missing: ${missing.join(', ')}.`,
    );
  }
}

/** A key serves one connector; one that is about to be destroyed serves none. */
function requireFreeKey(
  { connectorId, expiresAt }: KeyRecord,
  savingAs: ConnectorId | undefined,
  now: Date,
): void {
  if (connectorId !== undefined && connectorId !== savingAs) {
    throw new Problem(
      'key-in-use',
      'Upload the key file again for this connector: a key serves one connector.',
    );
  }
  if (expiresAt !== undefined && Date.parse(expiresAt) - now.getTime() < leastTimeLeftMs) {
    throw new Problem(
      'key-expiring',
      'Upload the key file again: this copy is about to be destroyed.',
    );
  }
}
