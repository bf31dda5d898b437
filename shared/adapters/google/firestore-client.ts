import { Firestore } from '@google-cloud/firestore';

/** Firestore over REST: gRPC is larger than all the rest of a function and no call here needs it. */
export function firestoreClient({
  projectId,
  database,
}: {
  projectId: string;
  database: string;
}): Firestore {
  return new Firestore({
    projectId,
    databaseId: database,
    preferRest: true,
    ignoreUndefinedProperties: true,
  });
}
