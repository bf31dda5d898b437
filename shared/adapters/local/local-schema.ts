import type { DatabaseSync } from 'node:sqlite';

/** "bqcs" in ASCII: tells our files from everybody else's (https://sqlite.org/pragma.html#pragma_application_id). */
export const applicationId = 0x62716373;

/** Instants are kept in milliseconds beside the JSON that bears them, so that they compare whatever their precision. */
const firstVersion = `
  CREATE TABLE connectors (
    workspace TEXT NOT NULL,
    connector_id TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    health TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    living INTEGER NOT NULL,
    expires_ms INTEGER,
    record TEXT NOT NULL,
    PRIMARY KEY (workspace, connector_id)
  ) STRICT;
  CREATE INDEX connectors_newest ON connectors (workspace, created_ms, connector_id) WHERE living = 1;
  CREATE INDEX connectors_health ON connectors (workspace, health, created_ms, connector_id) WHERE living = 1;
  CREATE INDEX connectors_of_key ON connectors (fingerprint, created_ms, connector_id) WHERE living = 1;
  CREATE INDEX connectors_expiry ON connectors (expires_ms) WHERE expires_ms IS NOT NULL;

  CREATE TABLE names (
    workspace TEXT NOT NULL,
    folded_name TEXT NOT NULL,
    connector_id TEXT NOT NULL,
    PRIMARY KEY (workspace, folded_name)
  ) STRICT;

  CREATE TABLE keys (
    workspace TEXT NOT NULL,
    key_id TEXT NOT NULL,
    connector_id TEXT,
    expires_ms INTEGER,
    record TEXT NOT NULL,
    PRIMARY KEY (workspace, key_id)
  ) STRICT;
  CREATE INDEX keys_pending ON keys (workspace, expires_ms) WHERE connector_id IS NULL;
  CREATE INDEX keys_expiry ON keys (expires_ms) WHERE expires_ms IS NOT NULL;

  CREATE TABLE validations (
    workspace TEXT NOT NULL,
    validation_id TEXT NOT NULL,
    expires_ms INTEGER NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (workspace, validation_id)
  ) STRICT;
  CREATE INDEX validations_expiry ON validations (expires_ms);

  CREATE TABLE turns (
    workspace TEXT NOT NULL,
    name TEXT NOT NULL,
    place INTEGER NOT NULL,
    at TEXT NOT NULL,
    subject TEXT,
    expires_ms INTEGER NOT NULL,
    PRIMARY KEY (workspace, name, place)
  ) STRICT;
  CREATE INDEX turns_expiry ON turns (expires_ms);

  CREATE TABLE changes (
    workspace TEXT NOT NULL,
    connector_id TEXT NOT NULL,
    change_id TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    expires_ms INTEGER NOT NULL,
    change TEXT NOT NULL,
    PRIMARY KEY (workspace, connector_id, change_id)
  ) STRICT;
  CREATE INDEX changes_newest ON changes (workspace, connector_id, at_ms, change_id);
  CREATE INDEX changes_expiry ON changes (expires_ms);

  CREATE TABLE sealed_keys (
    workspace TEXT NOT NULL,
    key_id TEXT NOT NULL,
    expires_ms INTEGER,
    sealed BLOB NOT NULL,
    PRIMARY KEY (workspace, key_id)
  ) STRICT;
  CREATE INDEX sealed_keys_expiry ON sealed_keys (expires_ms) WHERE expires_ms IS NOT NULL;

  CREATE TABLE seals (
    name TEXT PRIMARY KEY,
    sealed BLOB NOT NULL
  ) STRICT;
`;

const secondVersion = `
  ALTER TABLE connectors ADD COLUMN due_ms INTEGER;
  CREATE INDEX connectors_due ON connectors (due_ms, workspace, connector_id) WHERE due_ms IS NOT NULL;
`;

const thirdVersion = `
  CREATE TABLE announcements (
    workspace TEXT NOT NULL,
    event_id TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    event TEXT NOT NULL,
    PRIMARY KEY (workspace, event_id)
  ) STRICT;
  CREATE INDEX announcements_oldest ON announcements (at_ms, workspace, event_id);
`;

const fourthVersion = `
  CREATE INDEX keys_of_connector ON keys (workspace, connector_id, key_id) WHERE connector_id IS NOT NULL;
  CREATE INDEX names_of_connector ON names (workspace, connector_id, folded_name);
  CREATE INDEX connectors_fleet ON connectors (health, expires_ms) WHERE living = 1;
`;

const pausedApart = `
  UPDATE connectors SET health = 'paused' WHERE record ->> '$.paused';
  CREATE INDEX connectors_deleted ON connectors (workspace, expires_ms, connector_id) WHERE living = 0;
`;

const usesApart = `
  DROP INDEX connectors_of_key;
  CREATE INDEX connectors_of_key ON connectors (fingerprint, workspace, created_ms, connector_id) WHERE living = 1;
`;

/** A step for each version: a file of an older one takes those that it lacks. */
const steps = [firstVersion, secondVersion, thirdVersion, fourthVersion, pausedApart, usesApart];

export const schemaVersion = steps.length;

/** Brings the file to the version that this code reads, whole or not at all. */
export function bringUpToDate(sql: DatabaseSync, version: number): void {
  if (version === schemaVersion) return;
  sql.exec(`
    BEGIN IMMEDIATE;
    ${steps.slice(version).join('')}
    PRAGMA application_id = ${applicationId};
    PRAGMA user_version = ${schemaVersion};
    COMMIT;
  `);
}
