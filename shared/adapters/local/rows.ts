import type { DatabaseSync } from 'node:sqlite';
import { announcementRows } from './announcement-rows.ts';
import { changeRows } from './change-rows.ts';
import { connectorRows } from './connector-rows.ts';
import { fleetRows } from './fleet-rows.ts';
import { keyRows } from './key-rows.ts';
import { nameRows } from './name-rows.ts';
import { turnRows } from './turn-rows.ts';
import { validationRows } from './validation-rows.ts';

export type Rows = ReturnType<typeof rows>;

/** The store's tables, their statements prepared once. */
export function rows(sql: DatabaseSync) {
  return {
    connectors: connectorRows(sql),
    fleet: fleetRows(sql),
    names: nameRows(sql),
    keys: keyRows(sql),
    validations: validationRows(sql),
    turns: turnRows(sql),
    changes: changeRows(sql),
    announcements: announcementRows(sql),
  };
}
