import type { DocumentReference, Transaction } from '@google-cloud/firestore';
import * as z from 'zod';
import type { Drawer, Turn } from '../../ports/connector-store.ts';
import { announcementIn } from '../../schemas/announcement.ts';
import { connectorId } from '../../schemas/identifiers.ts';
import { readStored } from '../../schemas/read-stored.ts';
import { connectorRecord, keyRecord, validationRecord } from '../../schemas/records.ts';
import {
  announcementDocument,
  changeDocument,
  connectorDocument,
  type Documents,
  keyDocument,
  livingData,
  turnsDocument,
  validationDocument,
} from './firestore-documents.ts';

const turns = z.array(z.object({ at: z.string(), subject: z.string().optional() }));

/**
 * One workspace's records in a transaction of Firestore. Its locks and the count of living things hold until the commit,
 * so what was read is still so when what was decided is written.
 */
export function firestoreDrawer(transaction: Transaction, documents: Documents, now: Date): Drawer {
  const read = async (reference: DocumentReference) =>
    livingData(await transaction.get(reference), now);
  return {
    connector: async (id) => {
      const data = await read(documents.connector(id));
      return data && readStored(connectorRecord, data.record);
    },
    connectorCount: async () => {
      const living = documents.connectors.where('living', '==', true).count();
      return (await transaction.get(living)).data().count;
    },
    nameOwner: async (foldedName) => {
      const data = await read(documents.name(foldedName));
      return data && connectorId.parse(data.connectorId);
    },
    key: async (id) => {
      const data = await read(documents.key(id));
      return data && readStored(keyRecord, data.record);
    },
    pendingKeyCount: async () => {
      const pending = documents.keys.where('pendingUntil', '>', now.getTime()).count();
      return (await transaction.get(pending)).data().count;
    },
    endingKeyCount: async () => {
      const ending = documents.keys.where('endsAt', '>', now.getTime()).count();
      return (await transaction.get(ending)).data().count;
    },
    validation: async (id) => {
      const data = await read(documents.validation(id));
      return data && readStored(validationRecord, data.record);
    },
    turns: async (name): Promise<Turn[]> => {
      const data = await read(documents.turns(name));
      return data ? turns.parse(data.turns) : [];
    },

    putConnector(record) {
      transaction.set(documents.connector(record.connectorId), connectorDocument(record));
    },
    putName(foldedName, owner) {
      transaction.set(documents.name(foldedName), { foldedName, connectorId: owner });
    },
    freeName(foldedName) {
      transaction.delete(documents.name(foldedName));
    },
    putKey(record) {
      transaction.set(documents.key(record.keyId), keyDocument(record));
    },
    putValidation(record) {
      transaction.set(documents.validation(record.validationId), validationDocument(record));
    },
    putTurns(name, taken, expiresAt) {
      transaction.set(documents.turns(name), turnsDocument(taken, expiresAt));
    },
    addChange(id, change, expiresAt) {
      const document = documents.changes(id).doc(change.changeId);
      transaction.create(document, changeDocument(change, expiresAt));
    },
    addAnnouncement(event) {
      const announcement = announcementDocument(announcementIn(documents.workspace, event));
      transaction.create(documents.announcement(event.id), announcement);
    },
  };
}
