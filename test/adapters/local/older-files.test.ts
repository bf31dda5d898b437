import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { localConnectorStore } from '../../../shared/adapters/local/local-connector-store.ts';
import {
  type LocalDatabase,
  openLocalDatabase,
} from '../../../shared/adapters/local/local-database.ts';
import { sampleEvent } from '../../support/sample-events.ts';
import { acme, sampleConnector, sampleId, savedAt } from '../../support/sample-records.ts';
import { stateFolder } from './state-folder.ts';

const now = () => new Date(savedAt);
const all = { limit: 10, before: new Date('2036-01-01T00:00:00.000Z') };

test('a file of version 2, without announcements, keeps what it has and holds them from now on', async () => {
  const folder = stateFolder();
  const before = open(folder);
  await localConnectorStore({ database: before, now }).transaction(acme, async (drawer) => {
    drawer.putConnector(sampleConnector());
  });
  before.close();
  makeOfVersion2(join(folder, 'state.db'));

  const store = localConnectorStore({ database: open(folder), now });
  expect(await store.announcements(all)).toEqual([]);
  await store.transaction(acme, async (drawer) => {
    drawer.addAnnouncement(sampleEvent());
  });

  expect(await store.announcements(all)).toEqual([sampleEvent()]);
  expect(await store.connector(acme, sampleConnector().connectorId)).toEqual(sampleConnector());
});

test('a file of version 3 finds from now on what is a connector’s own', async () => {
  const folder = stateFolder();
  const before = open(folder);
  await localConnectorStore({ database: before, now }).transaction(acme, async (drawer) => {
    drawer.putName('shop data', sampleConnector().connectorId);
  });
  before.close();
  makeOfVersion3(join(folder, 'state.db'));

  const store = localConnectorStore({ database: open(folder), now });

  const { foldedNames } = await store.belongings(acme, sampleConnector().connectorId);
  expect(foldedNames).toEqual(['shop data']);
});

test('what waits to be announced is there when the process that wrote it has ended', async () => {
  const folder = stateFolder();
  const before = open(folder);
  await localConnectorStore({ database: before, now }).transaction(acme, async (drawer) => {
    drawer.addAnnouncement(sampleEvent());
  });
  before.close();

  const store = localConnectorStore({ database: open(folder), now });

  expect(await store.announcements(all)).toEqual([sampleEvent()]);
});

test('a file of version 4 lists what is paused in it apart', async () => {
  const folder = stateFolder();
  const before = open(folder);
  await localConnectorStore({ database: before, now }).transaction(acme, async (drawer) => {
    drawer.putConnector(sampleConnector({ paused: true }));
    drawer.putConnector(sampleConnector({ connectorId: sampleId('connector', 2) }));
  });
  before.close();
  makeOfVersion4(join(folder, 'state.db'));

  const store = localConnectorStore({ database: open(folder), now });

  expect(await store.healthSummary(acme)).toMatchObject({ degraded: 1, paused: 1 });
});

test('a file of version 5 finds the uses of a key by their workspace', async () => {
  const folder = stateFolder();
  const before = open(folder);
  await localConnectorStore({ database: before, now }).transaction(acme, async (drawer) => {
    drawer.putConnector(sampleConnector());
  });
  before.close();
  makeOfVersion5(join(folder, 'state.db'));

  const database = open(folder);

  const { fingerprint } = sampleConnector().key;
  const uses = await localConnectorStore({ database, now }).connectorsOfKey(acme, fingerprint);
  expect(uses).toHaveLength(1);
  const index = `SELECT sql FROM sqlite_schema WHERE name = 'connectors_of_key'`;
  expect(database.sql.prepare(index).get()?.sql).toContain('(fingerprint, workspace,');
});

/** There the uses of a key were found over all workspaces. */
function makeOfVersion5(file: string): void {
  const sql = new DatabaseSync(file);
  sql.exec(`
    DROP INDEX connectors_of_key;
    CREATE INDEX connectors_of_key ON connectors (fingerprint, created_ms, connector_id) WHERE living = 1;
    PRAGMA user_version = 5`);
  sql.close();
}

/** There `health` was the state, paused or not. */
function makeOfVersion4(file: string): void {
  makeOfVersion5(file);
  const sql = new DatabaseSync(file);
  sql.exec(`
    UPDATE connectors SET health = record ->> '$.health.state';
    DROP INDEX connectors_deleted;
    PRAGMA user_version = 4`);
  sql.close();
}

function makeOfVersion3(file: string): void {
  makeOfVersion4(file);
  const sql = new DatabaseSync(file);
  const indexes = ['keys_of_connector', 'names_of_connector', 'connectors_fleet'];
  sql.exec(`${indexes.map((name) => `DROP INDEX ${name};`).join('')} PRAGMA user_version = 3`);
  sql.close();
}

function makeOfVersion2(file: string): void {
  makeOfVersion3(file);
  const sql = new DatabaseSync(file);
  sql.exec('DROP TABLE announcements; PRAGMA user_version = 2');
  sql.close();
}

function open(folder: string): LocalDatabase {
  const database = openLocalDatabase(folder);
  onTestFinished(() => {
    if (database.sql.isOpen) database.close();
  });
  return database;
}
