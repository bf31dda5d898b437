import type { Change } from '../schemas/connector.ts';
import type { Announcement, UnknownAnnouncement } from '../schemas/announcement.ts';
import type { FleetHealth, HealthSummary, ListedHealth } from '../schemas/health.ts';
import type { ConnectorId, KeyId, ValidationId, WorkspaceId } from '../schemas/identifiers.ts';
import type { ConnectorRecord, KeyRecord, ValidationRecord } from '../schemas/records.ts';

/**
 * Keeps the records of all workspaces. What is expired is absent, whether the store has deleted it yet or not;
 * what is of another workspace is absent too.
 */
export interface ConnectorStore {
  /** A living connector: not deleted. */
  connector(workspace: WorkspaceId, id: ConnectorId): Promise<ConnectorRecord | undefined>;
  /** Living connectors, newest first. The cost does not grow with the number of connectors. */
  connectors(workspace: WorkspaceId, query: ConnectorQuery): Promise<ConnectorRecord[]>;
  /** Deleted connectors that can still be restored, the last deleted first. */
  deletedConnectors(workspace: WorkspaceId, query: DeletedQuery): Promise<ConnectorRecord[]>;
  /** How many living connectors there are of each health, and how many are paused. */
  healthSummary(workspace: WorkspaceId): Promise<HealthSummary>;
  /** Living connectors of the workspace whose key has this fingerprint, newest first: 10 at the most. */
  connectorsOfKey(workspace: WorkspaceId, fingerprint: string): Promise<KeyUse[]>;
  /**
   * Whether a living connector of any other workspace has a key of this fingerprint. For operators alone: whatever a
   * caller is told must not depend on it.
   */
  keyIsElsewhere(workspace: WorkspaceId, fingerprint: string): Promise<boolean>;
  /**
   * Connectors of all workspaces that are due, paused and deleted ones too, the longest due first. One that expired may
   * be among them until it is taken away: whoever looks for it finds nothing.
   */
  due(query: DueQuery): Promise<DueConnector[]>;
  /** How the living connectors of all workspaces are, and how many are due at a moment. */
  fleetHealth(at: Date): Promise<FleetHealth>;
  /** What is noted as a connector's own, whether its record says so or not: 100 keys and names at the most. */
  belongings(workspace: WorkspaceId, id: ConnectorId): Promise<Belongings>;
  /** Newest first. Changes outlive their connector. */
  changes(workspace: WorkspaceId, id: ConnectorId, query: ChangeQuery): Promise<Change[]>;
  /**
   * What is to be announced and was not yet taken out, of all workspaces, the oldest first. Nothing expires here: news
   * that nobody took is never dropped without a word.
   */
  announcements(query: AnnouncementQuery): Promise<(Announcement | UnknownAnnouncement)[]>;
  /** Takes an announcement out; one that is out already stays out. */
  announced(event: Announcement): Promise<void>;
  key(workspace: WorkspaceId, id: KeyId): Promise<KeyRecord | undefined>;
  validation(workspace: WorkspaceId, id: ValidationId): Promise<ValidationRecord | undefined>;
  /**
   * Everything that `work` read still holds when all that it wrote is written, or nothing is. It may be run several
   * times, so it does nothing but read, decide, and then write. What it throws undoes it and is thrown on.
   */
  transaction<T>(workspace: WorkspaceId, work: (drawer: Drawer) => Promise<T>): Promise<T>;
}

export interface ConnectorQuery {
  limit: number;
  after?: { createdAt: string; connectorId: string } | undefined;
  health?: ListedHealth | undefined;
}

export interface DeletedQuery {
  limit: number;
  after?: { expiresAt: string; connectorId: string } | undefined;
}

export interface DueQuery {
  /** Due then or before. */
  at: Date;
  limit: number;
  after?: DueConnector | undefined;
}

export interface DueConnector {
  workspace: WorkspaceId;
  connectorId: ConnectorId;
  nextCheckAt: string;
}

export interface Belongings {
  keys: KeyRecord[];
  foldedNames: string[];
}

export interface AnnouncementQuery {
  limit: number;
  /** Those alone whose `time` is earlier: who wrote the later ones may be delivering them right now. */
  before: Date;
}

export interface ChangeQuery {
  limit: number;
  after?: { at: string; changeId: string } | undefined;
}

export interface KeyUse {
  connectorId: ConnectorId;
  keyId: KeyId;
  name: string;
}

/** One workspace's records, open in a transaction: all reads come before the first write. */
export interface Drawer {
  /** A deleted one too, as long as it can be restored. */
  connector(id: ConnectorId): Promise<ConnectorRecord | undefined>;
  /** Living connectors of the workspace. */
  connectorCount(): Promise<number>;
  /** The connector that bears a folded name. */
  nameOwner(foldedName: string): Promise<ConnectorId | undefined>;
  key(id: KeyId): Promise<KeyRecord | undefined>;
  /** Keys that no connector was saved with and that have not expired. */
  pendingKeyCount(): Promise<number>;
  /** Keys that have an end, which has not come: those that wait, and those that a connector had. */
  endingKeyCount(): Promise<number>;
  validation(id: ValidationId): Promise<ValidationRecord | undefined>;
  turns(name: string): Promise<Turn[]>;

  putConnector(record: ConnectorRecord): void;
  putName(foldedName: string, owner: ConnectorId): void;
  freeName(foldedName: string): void;
  putKey(record: KeyRecord): void;
  putValidation(record: ValidationRecord): void;
  putTurns(name: string, turns: Turn[], expiresAt: Date): void;
  addChange(id: ConnectorId, change: Change, expiresAt: Date): void;
  /** To be announced once this transaction has held: after a crash too, and not if it did not hold. */
  addAnnouncement(event: Announcement): void;
}

/** One use of something limited: when, and by whom where uses are told apart. */
export interface Turn {
  at: string;
  subject?: string | undefined;
}
