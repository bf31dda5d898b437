import { describe } from 'vitest';
import { onTestFinished } from 'vitest';
import { createSecretManager } from '../../../sandbox/secret-manager/secret-manager.ts';
import { secretManagerKeyVault } from '../../../shared/adapters/google/secret-manager-key-vault.ts';
import { keyVaultContract } from '../../contracts/key-vault.contract.ts';
import { movableClock } from '../../contracts/movable-clock.ts';
import { uploadedAt } from '../../support/sample-records.ts';
import { connect, transports } from '../../support/secret-manager-client.ts';

describe.each(transports)('over %s', (transport) => {
  keyVaultContract(`Secret Manager over ${transport}`, async () => {
    const clock = movableClock(uploadedAt);
    const secretManager = createSecretManager({ now: clock.now });
    const { client, close } = await connect(secretManager, transport);
    onTestFinished(close);
    const vault = secretManagerKeyVault({
      client: () => Promise.resolve(client),
      projectId: 'connectors',
      replication: 'automatic',
      now: clock.now,
    });
    return { vault, clock };
  });
});
