import { afterAll, afterEach } from 'vitest';
import {
  type Askable,
  createSecretManager,
  type SecretManager,
} from '../../sandbox/secret-manager/secret-manager.ts';
import type { Patience } from '../../shared/adapters/google/persist.ts';
import {
  secretManagerKeyVault,
  type SecretManagerKeyVaultOptions,
} from '../../shared/adapters/google/secret-manager-key-vault.ts';
import type { KeyVault } from '../../shared/ports/key-vault.ts';
import { type MovableClock, movableClock } from '../contracts/movable-clock.ts';
import { uploadedAt } from './sample-records.ts';
import { connect, type ConnectedClient, type Transport } from './secret-manager-client.ts';

export interface VaultInSecretManager {
  vault: KeyVault;
  clock: MovableClock;
  secretManager: SecretManager;
  /** The secret of the sample key, as Google's REST reference has it. */
  secret: () => Promise<unknown>;
}

export const projectId = 'connectors';
export const secretName = (id: string) => `projects/${projectId}/secrets/bqc-${id}`;

/** As patient as usual, but for the pauses. */
export const noPauses: Patience = {
  attempts: 6,
  attemptMs: 10_000,
  totalMs: 14_000,
  pause: () => Promise.resolve(),
};

/** One client for all tests of a file, because it takes long to make; each test has a stand-in of its own. */
const stages = new Map<Transport, Stage>();

interface Stage {
  connected: Promise<ConnectedClient>;
  standIn: SecretManager;
}

/** Ends the silences that a test began. */
afterEach(() => {
  for (const { standIn } of stages.values()) standIn.recover();
});
afterAll(async () => {
  for (const { connected } of stages.values()) await (await connected).close();
});

async function clientOf(transport: Transport, standIn: SecretManager) {
  const known = stages.get(transport);
  if (known) known.standIn = standIn;
  const ask: Askable['ask'] = async (...asked) => stage.standIn.ask(...asked);
  const stage: Stage = known ?? { standIn, connected: connect({ ask }, transport) };
  stages.set(transport, stage);
  return (await stage.connected).client;
}

/** The vault over a stand-in that holds nothing yet. */
export async function vaultInSecretManager(
  transport: Transport,
  options: Partial<SecretManagerKeyVaultOptions> = {},
): Promise<VaultInSecretManager> {
  const clock = movableClock(uploadedAt);
  const secretManager = createSecretManager({ now: clock.now });
  const client = await clientOf(transport, secretManager);
  const vault = secretManagerKeyVault({
    client: () => Promise.resolve(client),
    projectId,
    replication: 'automatic',
    now: clock.now,
    patience: noPauses,
    ...options,
  });
  const parent = `projects/${projectId}`;
  const secret = async () => {
    const { secrets } = (await secretManager.ask('listSecrets', { parent })) as {
      secrets: unknown[];
    };
    return secrets[0];
  };
  return { vault, clock, secretManager, secret };
}
