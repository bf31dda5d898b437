import type { CollectionReference, Firestore } from '@google-cloud/firestore';
import * as z from 'zod';
import type { SecretManager } from '../../../sandbox/secret-manager/secret-manager.ts';
import { change } from '../../../shared/schemas/connector.ts';
import { type ConnectorRecord, connectorRecord } from '../../../shared/schemas/records.ts';
import { keyRecord, type KeyRecord } from '../../../shared/schemas/records.ts';
import { validationRecord, type ValidationRecord } from '../../../shared/schemas/records.ts';

/** All that the two stores hold of one workspace, whoever may see it. */
export interface Kept {
  records: ConnectorRecord[];
  /** Folded name → connector. */
  names: Map<string, string>;
  keys: Map<string, KeyRecord>;
  validations: Map<string, ValidationRecord>;
  /** Connector → what happened to it, sorted. */
  changes: Map<string, string[]>;
  /** Key → its secret. */
  secrets: Map<string, KeptSecret>;
}

interface Stores {
  firestore: Firestore;
  secretManager: SecretManager;
  projectId: string;
}

export interface KeptSecret {
  /** In milliseconds; a secret without one stays for ever. */
  expiry: number | undefined;
}

const listed = z.object({
  secrets: z.array(
    z.object({
      name: z.string(),
      annotations: z.record(z.string(), z.string()),
      expireTime: z.string().optional(),
    }),
  ),
});
const name = z.object({ foldedName: z.string(), connectorId: z.string() });

export async function kept(
  { firestore, secretManager, projectId }: Stores,
  workspace: string,
): Promise<Kept> {
  const whole = firestore.collection('workspaces').doc(workspace);
  const [connectors, names, keys, validations] = await Promise.all(
    ['connectors', 'names', 'keys', 'validations'].map(async (collection) =>
      documentsIn(whole.collection(collection)),
    ),
  );
  const records = (connectors ?? []).map(({ record }) => connectorRecord.parse(record));
  const changes = await Promise.all(
    records.map(async ({ connectorId }) => {
      const path = `connectors/${connectorId}/changes`;
      const documents = await documentsIn(whole.collection(path));
      const words = documents.map((document) => change.parse(document.change).what);
      return [connectorId, words.toSorted()] as const;
    }),
  );
  return {
    records,
    names: new Map(
      (names ?? []).map((each) => {
        const { foldedName, connectorId } = name.parse(each);
        return [foldedName, connectorId];
      }),
    ),
    keys: byId(
      (keys ?? []).map(({ record }) => keyRecord.parse(record)),
      ({ keyId }) => keyId,
    ),
    validations: byId(
      (validations ?? []).map(({ record }) => validationRecord.parse(record)),
      ({ validationId }) => validationId,
    ),
    changes: new Map(changes),
    secrets: await secretsOf(secretManager, projectId, workspace),
  };
}

async function documentsIn(collection: CollectionReference) {
  return (await collection.get()).docs.map((document) => document.data());
}

async function secretsOf(secretManager: SecretManager, project: string, workspace: string) {
  const answer = await secretManager.ask('listSecrets', { parent: `projects/${project}` });
  const own = listed
    .parse(answer)
    .secrets.filter(({ annotations }) => annotations.workspace === workspace);
  return new Map(
    own.map(({ name: path, expireTime }): [string, KeptSecret] => [
      path.replace(/^.*\/bqc-/, ''),
      { expiry: expireTime === undefined ? undefined : Date.parse(expireTime) },
    ]),
  );
}

function byId<Record>(records: Record[], idOf: (record: Record) => string): Map<string, Record> {
  return new Map(records.map((record) => [idOf(record), record]));
}
