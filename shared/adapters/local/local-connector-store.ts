import type { ConnectorStore } from '../../ports/connector-store.ts';
import { deleteExpired } from './delete-expired.ts';
import type { LocalDatabase } from './local-database.ts';
import { openDrawer } from './local-drawer.ts';
import { rows } from './rows.ts';

export interface LocalConnectorStoreOptions {
  database: LocalDatabase;
  now: () => Date;
}

export interface LocalConnectorStore extends ConnectorStore {
  deleteExpired: () => number;
}

export function localConnectorStore(options: LocalConnectorStoreOptions): LocalConnectorStore {
  const { database, now } = options;
  const tables = rows(database.sql);
  return {
    async connector(workspace, id) {
      const record = tables.connectors.find(workspace, id, now());
      return record?.deletedAt === undefined ? record : undefined;
    },
    async connectors(workspace, query) {
      return tables.connectors.page(workspace, query, now());
    },
    async deletedConnectors(workspace, query) {
      return tables.connectors.deleted(workspace, query, now());
    },
    async healthSummary(workspace) {
      return tables.connectors.byHealth(workspace, now());
    },
    async connectorsOfKey(workspace, fingerprint) {
      return tables.connectors.ofKey(workspace, fingerprint, now());
    },
    async keyIsElsewhere(workspace, fingerprint) {
      return tables.connectors.isElsewhere(workspace, fingerprint, now());
    },
    async due(query) {
      return tables.connectors.due(query);
    },
    async fleetHealth(at) {
      return tables.fleet.health(at, now());
    },
    async belongings(workspace, id) {
      const keys = tables.keys.ofConnector(workspace, id, now());
      return { keys, foldedNames: tables.names.ofConnector(workspace, id) };
    },
    async changes(workspace, id, query) {
      return tables.changes.page(workspace, id, query, now());
    },
    async announcements(query) {
      return tables.announcements.page(query);
    },
    async announced(event) {
      tables.announcements.remove(event);
    },
    async key(workspace, id) {
      return tables.keys.find(workspace, id, now());
    },
    async validation(workspace, id) {
      return tables.validations.find(workspace, id, now());
    },
    // Nobody else writes to the records while it is this work's turn, so nothing that it read can have changed.
    async transaction(workspace, work) {
      return database.inTurn(async () => {
        const { drawer, shut } = openDrawer(tables, workspace, now());
        try {
          const result = await work(drawer);
          const writes = shut();
          database.together(() => {
            for (const write of writes) write();
          });
          return result;
        } finally {
          shut();
        }
      });
    },
    deleteExpired: () =>
      deleteExpired(database, ['connectors', 'keys', 'validations', 'turns', 'changes'], now()),
  };
}
