import { createHash } from 'node:crypto';
import {
  type CollectionReference,
  type DocumentData,
  type DocumentReference,
  type DocumentSnapshot,
  type Firestore,
  Timestamp,
} from '@google-cloud/firestore';
import type { Turn } from '../../ports/connector-store.ts';
import type { Change } from '../../schemas/connector.ts';
import type { Announcement } from '../../schemas/announcement.ts';
import type {
  ConnectorId,
  EventId,
  KeyId,
  ValidationId,
  WorkspaceId,
} from '../../schemas/identifiers.ts';
import { listedUnder } from '../../schemas/health.ts';
import type { ConnectorRecord, KeyRecord, ValidationRecord } from '../../schemas/records.ts';

/** Where each record lies: `workspaces/{workspace}/…`, so that no path leads from one workspace into another. */
export function documentsOf(firestore: Firestore, workspace: WorkspaceId) {
  const whole = firestore.collection('workspaces').doc(workspace);
  const connectors: CollectionReference = whole.collection('connectors');
  return {
    workspace,
    connectors,
    keys: whole.collection('keys'),
    names: whole.collection('names'),
    connector: (id: ConnectorId): DocumentReference => connectors.doc(id),
    changes: (id: ConnectorId): CollectionReference => connectors.doc(id).collection('changes'),
    key: (id: KeyId): DocumentReference => whole.collection('keys').doc(id),
    validation: (id: ValidationId): DocumentReference => whole.collection('validations').doc(id),
    /** Names hold characters that ids of documents may not (https://firebase.google.com/docs/firestore/quotas). */
    name: (foldedName: string): DocumentReference =>
      whole.collection('names').doc(createHash('sha256').update(foldedName).digest('hex')),
    announcement: (id: EventId): DocumentReference => whole.collection('announcements').doc(id),
    turns: (name: string): DocumentReference => whole.collection('turns').doc(name),
  };
}
export type Documents = ReturnType<typeof documentsOf>;

/** A pending key without an end: later than any moment that is compared. */
const never = Date.parse('9999-12-31T23:59:59Z');

/** Beside each record lies what it is found by; `expireAt` is what Firestore's TTL deletes by, within a day or so. */
export function connectorDocument(record: ConnectorRecord): DocumentData {
  return {
    record: asItIsNow(record),
    living: record.deletedAt === undefined,
    createdAt: Date.parse(record.createdAt),
    health: listedUnder(record),
    ...(isUnknown(record) && { unknownSince: Date.parse(record.health.since) }),
    fingerprint: record.key.fingerprint,
    ...(record.nextCheckAt !== undefined && { dueAt: Date.parse(record.nextCheckAt) }),
    ...expiry(record.expiresAt),
  };
}

/** Of those that are looked at at all. */
function isUnknown(record: ConnectorRecord): boolean {
  return listedUnder(record) === 'unknown' && record.deletedAt === undefined;
}

export function keyDocument(record: KeyRecord): DocumentData {
  const pending = record.connectorId === undefined;
  const until = record.expiresAt === undefined ? never : Date.parse(record.expiresAt);
  return {
    record: asItIsNow(record),
    ...(pending ? { pendingUntil: until } : { connectorId: record.connectorId }),
    ...(record.expiresAt !== undefined && { endsAt: until }), // counted; nothing finds by `expireAt`
    ...expiry(record.expiresAt),
  };
}

export function validationDocument(record: ValidationRecord): DocumentData {
  return { record: asItIsNow(record), ...expiry(record.expiresAt) };
}

export function turnsDocument(turns: Turn[], expiresAt: Date): DocumentData {
  return { turns: asItIsNow(turns), ...expiry(expiresAt) };
}

export function changeDocument(change: Change, expiresAt: Date): DocumentData {
  return { change: asItIsNow(change), at: Date.parse(change.at), ...expiry(expiresAt) };
}

/** Found by its time alone, over all workspaces; without an expiry, because TTL would drop news without a word. */
export function announcementDocument(event: Announcement): DocumentData {
  return { event: asItIsNow(event), at: Date.parse(event.time) };
}

/** The client reads what it was given when the transaction commits, not when it was put. */
const asItIsNow = structuredClone;

function expiry(expiresAt: string | Date | undefined): DocumentData {
  return expiresAt === undefined
    ? {}
    : { expireAt: Timestamp.fromMillis(new Date(expiresAt).getTime()) };
}

/** What a document holds, unless it is missing or has expired, whether Firestore has deleted it yet or not. */
export function livingData(snapshot: DocumentSnapshot, now: Date): DocumentData | undefined {
  const data = snapshot.data();
  const expireAt: unknown = data?.expireAt;
  const expired = expireAt instanceof Timestamp && expireAt.toMillis() <= now.getTime();
  return expired ? undefined : data;
}
