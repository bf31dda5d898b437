import type { QueryDocumentSnapshot } from '@google-cloud/firestore';
import type { DueConnector, KeyUse } from '../../ports/connector-store.ts';
import { connectorRecord } from '../../schemas/records.ts';

/** Of a record as much as is asked for: a pass over thousands needs no reports, and one that is damaged does not stop it. */
const keyUse = connectorRecord.pick({ keyId: true, name: true });
const due = connectorRecord.pick({ nextCheckAt: true }).required();

export const keyUseOf = (document: QueryDocumentSnapshot): KeyUse => ({
  connectorId: document.id,
  ...keyUse.parse(document.get('record')),
});

/** Its place is `workspaces/{workspace}/connectors/{connectorId}`. */
export const dueOf = (document: QueryDocumentSnapshot): DueConnector => ({
  workspace: document.ref.path.split('/')[1] ?? '',
  connectorId: document.id,
  ...due.parse(document.get('record')),
});
