import type { ConnectorStore } from '../../../shared/ports/connector-store.ts';
import { sampleId } from '../../support/sample-records.ts';
import { look } from './store-under-test.ts';

const con = sampleId('connector');
const key = sampleId('key');
const val = sampleId('validation');

/** What a workspace sees in which nothing was put. */
export const nothing = {
  outside: [undefined, [], [], undefined, undefined],
  inside: [undefined, 0, undefined, undefined, 0, undefined, []],
};

/** All that a workspace can ask for, by the ids of the sample records. */
export async function everything(store: ConnectorStore, workspace: string) {
  return {
    outside: [
      await store.connector(workspace, con),
      await store.connectors(workspace, { limit: 10 }),
      await store.changes(workspace, con, { limit: 10 }),
      await store.key(workspace, key),
      await store.validation(workspace, val),
    ],
    inside: await look(
      store,
      async (drawer) => [
        await drawer.connector(con),
        await drawer.connectorCount(),
        await drawer.nameOwner('newsletter readers'),
        await drawer.key(key),
        await drawer.pendingKeyCount(),
        await drawer.validation(val),
        await drawer.turns('uploads'),
      ],
      workspace,
    ),
  };
}
