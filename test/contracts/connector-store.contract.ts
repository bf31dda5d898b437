import { describe } from 'vitest';
import { announcementsContract } from './connector-store/announcements.ts';
import { belongingsContract } from './connector-store/belongings.ts';
import { changesContract } from './connector-store/changes.ts';
import { deletedContract } from './connector-store/deleted.ts';
import { dueContract } from './connector-store/due.ts';
import { expiryContract } from './connector-store/expiry.ts';
import { fleetContract } from './connector-store/fleet.ts';
import { keyUsesContract } from './connector-store/key-uses.ts';
import { lookUpsContract } from './connector-store/look-ups.ts';
import { pagesContract } from './connector-store/pages.ts';
import { racesContract } from './connector-store/races.ts';
import { recordsContract } from './connector-store/records.ts';
import type { MakeStore } from './connector-store/store-under-test.ts';
import { transactionsContract } from './connector-store/transactions.ts';

/** What every ConnectorStore owes, whoever keeps the records. Races ask for nothing that is not asked for without them. */
export function connectorStoreContract(name: string, make: MakeStore, { races = true } = {}): void {
  describe(`${name} is a ConnectorStore`, () => {
    recordsContract(make);
    lookUpsContract(make);
    keyUsesContract(make);
    dueContract(make);
    fleetContract(make);
    belongingsContract(make);
    expiryContract(make);
    pagesContract(make);
    deletedContract(make);
    changesContract(make);
    announcementsContract(make);
    transactionsContract(make);
    if (races) racesContract(make);
  });
}
