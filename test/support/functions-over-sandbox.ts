import { bigqueryWarehouse } from '../../shared/adapters/google/bigquery-warehouse.ts';
import { googleIdentity } from '../../shared/adapters/google/google-identity.ts';
import { googleProjectPermissions } from '../../shared/adapters/google/google-project-permissions.ts';
import { systemStamps } from '../../shared/adapters/system/system-stamps.ts';
import { endpointsUnder } from '../../tools/local-service/endpoints-under.ts';
import { type RunningSandbox, runningSandbox } from '../sandbox/running-sandbox.ts';
import { type Answer, runningFunctions } from './running-functions.ts';

export interface OverSandbox {
  google: RunningSandbox;
  ask: (call: string, init?: { body?: unknown; file?: Uint8Array }) => Promise<Answer>;
  upload: (name: string) => Promise<string>;
  validate: (body: unknown) => Promise<Answer>;
  fault: (fault: object) => Promise<void>;
  mend: () => Promise<void>;
  close: () => Promise<void>;
}

const many = 1_000_000;

/** All functions over real HTTP, with Google's adapters over the stand-in, and patience that a test can wait for. */
export async function functionsOverSandbox(callMs: number): Promise<OverSandbox> {
  const google = await runningSandbox();
  const endpoints = { ...endpointsUnder(google.origin), callMs };
  const { asker } = await runningFunctions(
    { uploadsAMinute: many, validationsAMinute: many, pendingKeys: many, accountsADay: many },
    {
      identity: googleIdentity(systemStamps.now, endpoints),
      openWarehouse: bigqueryWarehouse(endpoints),
      projectPermissions: googleProjectPermissions(endpoints),
    },
  );
  const ask = asker('demo');
  return {
    google,
    ask,
    async upload(name) {
      const file = Buffer.from(JSON.stringify(google.keyFile(name)));
      const { json } = await ask('POST upload-key/', { file });
      return String(json.keyId);
    },
    validate: async (body) => ask('POST validate-connection/', { body }),
    async fault(fault) {
      await google.fetch('/faults', { method: 'POST', body: JSON.stringify(fault) });
    },
    async mend() {
      await google.fetch('/faults', { method: 'DELETE' });
    },
    close: google.close,
  };
}
