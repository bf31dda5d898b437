import { FieldPath, type Firestore, type Query } from '@google-cloud/firestore';
import type { ConnectorQuery, ConnectorStore } from '../../ports/connector-store.ts';
import { change } from '../../schemas/connector.ts';
import type { WorkspaceId } from '../../schemas/identifiers.ts';
import { connectorRecord, keyRecord, validationRecord } from '../../schemas/records.ts';
import { documentsOf, livingData } from './firestore-documents.ts';
import { firestoreDrawer } from './firestore-drawer.ts';

export interface FirestoreConnectorStoreOptions {
  /** With `ignoreUndefinedProperties`: what a record does not have is not written. */
  firestore: Firestore;
  now: () => Date;
}

const mostUses = 10;
const workspacePlace = 1; // of `workspaces/{workspace}/connectors/{connectorId}`

/** Records in Firestore (native mode). Its client runs a transaction again when another one came first. */
export function firestoreConnectorStore({
  firestore,
  now,
}: FirestoreConnectorStoreOptions): ConnectorStore {
  const of = (workspace: WorkspaceId) => documentsOf(firestore, workspace);
  return {
    async connector(workspace, id) {
      const data = livingData(await of(workspace).connector(id).get(), now());
      const record = data && connectorRecord.parse(data.record);
      return record?.deletedAt === undefined ? record : undefined;
    },
    async connectors(workspace, query) {
      const { docs } = await pageOf(of(workspace).connectors, query).get();
      return docs.map((document) => connectorRecord.parse(document.get('record')));
    },
    async connectorsOfKey(fingerprint) {
      const { docs } = await newestFirst(
        firestore
          .collectionGroup('connectors')
          .where('living', '==', true)
          .where('fingerprint', '==', fingerprint),
      )
        .limit(mostUses)
        .get();
      return docs.map((document) => {
        const { connectorId, keyId, name } = connectorRecord.parse(document.get('record'));
        const workspace = document.ref.path.split('/')[workspacePlace] ?? '';
        return { workspace, connectorId, keyId, name };
      });
    },
    async changes(workspace, id, { limit, after }) {
      const ordered = of(workspace)
        .changes(id)
        .orderBy('at', 'desc')
        .orderBy(FieldPath.documentId(), 'desc')
        .limit(limit);
      const page = after ? ordered.startAfter(Date.parse(after.at), after.changeId) : ordered;
      const { docs } = await page.get();
      // They expire in the order in which they were made: what is missing from a page is missing from all that follow.
      return docs
        .map((document) => livingData(document, now()))
        .filter((data) => data !== undefined)
        .map((data) => change.parse(data.change));
    },
    async key(workspace, id) {
      const data = livingData(await of(workspace).key(id).get(), now());
      return data && keyRecord.parse(data.record);
    },
    async validation(workspace, id) {
      const data = livingData(await of(workspace).validation(id).get(), now());
      return data && validationRecord.parse(data.record);
    },
    async transaction(workspace, work) {
      const documents = of(workspace);
      return firestore.runTransaction(async (transaction) =>
        work(firestoreDrawer(transaction, documents, now())),
      );
    },
  };
}

function pageOf(connectors: Query, { limit, after, health }: ConnectorQuery): Query {
  const living = connectors.where('living', '==', true);
  const chosen = health === undefined ? living : living.where('health', '==', health);
  const page = newestFirst(chosen).limit(limit);
  return after ? page.startAfter(Date.parse(after.createdAt), after.connectorId) : page;
}

function newestFirst(query: Query): Query {
  return query.orderBy('createdAt', 'desc').orderBy(FieldPath.documentId(), 'desc');
}
