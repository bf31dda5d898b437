import type { Drawer } from '../../ports/connector-store.ts';
import type { WorkspaceId } from '../../schemas/identifiers.ts';
import type { Rows } from './rows.ts';
import type { Write } from './write.ts';

export interface OpenDrawer {
  drawer: Drawer;
  /** What is to be written, in the order in which it was asked for. After this the drawer takes nothing more. */
  shut: () => Write[];
}

/** Holds the writes back until the work has ended: a throw then has nothing to undo. */
export function openDrawer(rows: Rows, workspace: WorkspaceId, now: Date): OpenDrawer {
  const writes: Write[] = [];
  let isShut = false;
  const reading = () => {
    if (isShut) throw new Error('The transaction has ended: await every read inside it.');
    if (writes.length > 0) throw new Error('A transaction reads first and then writes.');
    return rows;
  };
  const write = (write: Write) => {
    if (isShut) throw new Error('The transaction has ended: what is written now would be lost.');
    writes.push(write);
  };
  const drawer: Drawer = {
    connector: async (id) => reading().connectors.find(workspace, id, now),
    connectorCount: async () => reading().connectors.count(workspace, now),
    nameOwner: async (name) => reading().names.owner(workspace, name),
    key: async (id) => reading().keys.find(workspace, id, now),
    pendingKeyCount: async () => reading().keys.pending(workspace, now),
    endingKeyCount: async () => reading().keys.ending(workspace, now),
    validation: async (id) => reading().validations.find(workspace, id, now),
    turns: async (name) => reading().turns.find(workspace, name, now),

    putConnector(record) {
      write(rows.connectors.put(workspace, record));
    },
    putName(name, owner) {
      write(rows.names.put(workspace, name, owner));
    },
    freeName(name) {
      write(rows.names.free(workspace, name));
    },
    putKey(record) {
      write(rows.keys.put(workspace, record));
    },
    putValidation(record) {
      write(rows.validations.put(workspace, record));
    },
    putTurns(name, turns, expiresAt) {
      write(rows.turns.put(workspace, name, turns, expiresAt));
    },
    addChange(id, change, expiresAt) {
      write(rows.changes.add(workspace, id, change, expiresAt));
    },
    addAnnouncement(event) {
      write(rows.announcements.add(workspace, event));
    },
  };
  return {
    drawer,
    shut() {
      isShut = true;
      return writes;
    },
  };
}
