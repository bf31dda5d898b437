import { FieldPath, type Firestore, type Query } from '@google-cloud/firestore';
import type { AnnouncementQuery } from '../../ports/connector-store.ts';

/**
 * Over all workspaces. In a deployment this needs a single-field index on `at`, ascending, in the scope of the
 * collection group `announcements`; `event` is found by nothing and may be exempt from indexes.
 */
export function oldestAnnouncements(firestore: Firestore, query: AnnouncementQuery): Query {
  return firestore
    .collectionGroup('announcements')
    .where('at', '<', query.before.getTime())
    .orderBy('at')
    .orderBy(FieldPath.documentId())
    .limit(query.limit);
}
