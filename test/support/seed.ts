import { systemStamps } from '../../shared/adapters/system/system-stamps.ts';
import type { ConnectorStore } from '../../shared/ports/connector-store.ts';
import type { KeyVault } from '../../shared/ports/key-vault.ts';
import type { ValidationRecord } from '../../shared/schemas/records.ts';
import { sampleKey, sampleKeyRecord, sampleReport, sampleValidation } from './sample-records.ts';

const hourMs = 60 * 60 * 1000;

/** What upload-key and validate-connection leave behind, without Google: a pending key, and a validation of it. */
export function seeder(
  keys: KeyVault,
  connectors: ConnectorStore,
  now: () => Date,
  key = sampleKey(),
) {
  const after = (ms: number) => new Date(now().getTime() + ms);
  return async (
    workspace: string,
    overrides: Partial<ValidationRecord> = {},
  ): Promise<{ keyId: string; validationId: string }> => {
    const keyId = overrides.keyId ?? `key-${systemStamps.newId()}`;
    const validationId = `val-${systemStamps.newId()}`;
    if (overrides.keyId === undefined) await keys.add(workspace, keyId, key, after(24 * hourMs));
    const report = sampleReport({
      validationId,
      validatedAt: now().toISOString(),
      expiresAt: after(hourMs / 2).toISOString(),
      ...overrides.report,
    });
    const validation = sampleValidation({
      keyId,
      expiresAt: after(24 * hourMs).toISOString(),
      ...overrides,
      validationId,
      report,
    });
    await connectors.transaction(workspace, async (drawer) => {
      const known = await drawer.key(keyId);
      if (!known)
        drawer.putKey(sampleKeyRecord({ keyId, expiresAt: after(24 * hourMs).toISOString() }));
      drawer.putValidation(validation);
    });
    return { keyId, validationId };
  };
}
