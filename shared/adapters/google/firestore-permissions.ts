import type { ConnectorStore, Drawer } from '../../ports/connector-store.ts';

/**
 * What each call needs (https://cloud.google.com/firestore/docs/security/iam). `transact` has a name of its own there: it
 * begins, rolls back, and commits where nothing was written.
 */
export const firestorePermissions = {
  get: 'datastore.entities.get',
  list: 'datastore.entities.list',
  create: 'datastore.entities.create',
  update: 'datastore.entities.update',
  delete: 'datastore.entities.delete',
  transact: 'datastore.databases.get',
} as const;

const { get, list, create, update, transact } = firestorePermissions;
const query = [get, list];
/** Written whether it is there or not. */
const set = [create, update];

/** What has to be granted to whoever uses a method, and nothing else. */
export const connectorStorePermissions = {
  connector: [get],
  connectors: query,
  deletedConnectors: query,
  healthSummary: query,
  connectorsOfKey: query,
  keyIsElsewhere: query,
  due: query,
  fleetHealth: query,
  belongings: query,
  changes: query,
  announcements: query,
  announced: [firestorePermissions.delete],
  key: [get],
  validation: [get],
  /** And what the work does with its drawer. */
  transaction: [transact],
} satisfies Record<keyof ConnectorStore, readonly string[]>;

/** Of what is put in a drawer it is the commit that needs them. */
export const drawerPermissions = {
  connector: [get],
  connectorCount: query,
  nameOwner: [get],
  key: [get],
  pendingKeyCount: query,
  endingKeyCount: query,
  validation: [get],
  turns: [get],
  putConnector: set,
  putName: set,
  freeName: [firestorePermissions.delete],
  putKey: set,
  putValidation: set,
  putTurns: set,
  addChange: [create],
  addAnnouncement: [create],
} satisfies Record<keyof Drawer, readonly string[]>;
