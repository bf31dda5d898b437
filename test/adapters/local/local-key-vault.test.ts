import { randomBytes } from 'node:crypto';
import { localKeyVault } from '../../../shared/adapters/local/local-key-vault.ts';
import { keyVaultContract } from '../../contracts/key-vault.contract.ts';
import { movableClock } from '../../contracts/movable-clock.ts';
import { uploadedAt } from '../../support/sample-records.ts';
import { databaseInMemory } from './database-in-memory.ts';

keyVaultContract('SQLite', () => {
  const clock = movableClock(uploadedAt);
  const options = { database: databaseInMemory(), sealingKey: randomBytes(32), now: clock.now };
  return { vault: localKeyVault(options), clock };
});
