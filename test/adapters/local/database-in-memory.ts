import { onTestFinished } from 'vitest';
import {
  type LocalDatabase,
  openLocalDatabase,
} from '../../../shared/adapters/local/local-database.ts';

/** Empty, and closed when the test has finished. */
export function databaseInMemory(): LocalDatabase {
  const database = openLocalDatabase(':memory:');
  onTestFinished(() => {
    database.close();
  });
  return database;
}
