import { FieldPath, type Firestore, type Query, Timestamp } from '@google-cloud/firestore';
import type {
  ChangeQuery,
  ConnectorQuery,
  DeletedQuery,
  DueQuery,
} from '../../ports/connector-store.ts';
import type { Documents } from './firestore-documents.ts';

/** The queries over connectors; each needs an index of its own, in this order of fields. */

const mostUses = 10;

export function connectorsOfKey(connectors: Query, fingerprint: string): Query {
  const living = livingOfKey(connectors, fingerprint);
  return newestFirst(living).limit(mostUses).select('record.keyId', 'record.name');
}

/** One of a workspace that comes before this one, and one that comes after: however many uses there are, two are read. */
export function keyElsewhere(
  firestore: Firestore,
  { connectors }: Documents,
  fingerprint: string,
): Query[] {
  const [first, last] = ['con-', 'con-~'].map((id) => connectors.doc(id).path); // around every id
  const byPath = livingOfKey(firestore.collectionGroup('connectors'), fingerprint)
    .orderBy(FieldPath.documentId())
    .limit(1)
    .select();
  return [byPath.endBefore(first), byPath.startAfter(last)];
}

function livingOfKey(connectors: Query, fingerprint: string): Query {
  return connectors.where('living', '==', true).where('fingerprint', '==', fingerprint);
}

/** After the document of that path, where there is one. */
export function dueConnectors(
  firestore: Firestore,
  { at, limit, after }: DueQuery,
  path: string | undefined,
): Query {
  const ordered = firestore
    .collectionGroup('connectors')
    .where('dueAt', '<=', at.getTime())
    .orderBy('dueAt')
    .orderBy(FieldPath.documentId())
    .limit(limit)
    .select('record.nextCheckAt');
  return after ? ordered.startAfter(Date.parse(after.nextCheckAt), path) : ordered;
}

export function pageOf(connectors: Query, { limit, after, health }: ConnectorQuery): Query {
  const living = connectors.where('living', '==', true);
  const chosen = health === undefined ? living : living.where('health', '==', health);
  const page = newestFirst(chosen).limit(limit);
  return after ? page.startAfter(Date.parse(after.createdAt), after.connectorId) : page;
}

/** They expire in the order in which they were deleted. What Firestore's TTL has not taken away yet is left out. */
export function deletedConnectors(
  connectors: Query,
  { limit, after }: DeletedQuery,
  now: Date,
): Query {
  const page = connectors
    .where('living', '==', false)
    .where('expireAt', '>', Timestamp.fromDate(now))
    .orderBy('expireAt', 'desc')
    .orderBy(FieldPath.documentId(), 'desc')
    .limit(limit);
  if (!after) return page;
  return page.startAfter(Timestamp.fromMillis(Date.parse(after.expiresAt)), after.connectorId);
}

function newestFirst(query: Query): Query {
  return query.orderBy('createdAt', 'desc').orderBy(FieldPath.documentId(), 'desc');
}

export function newestChanges(changes: Query, { limit, after }: ChangeQuery): Query {
  const page = changes.orderBy('at', 'desc').orderBy(FieldPath.documentId(), 'desc').limit(limit);
  return after ? page.startAfter(Date.parse(after.at), after.changeId) : page;
}
