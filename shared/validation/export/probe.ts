import type { Answer } from '../../ports/answer.ts';
import type {
  DatasetName,
  Load,
  NewTable,
  TableName,
  TableSummary,
} from '../../ports/warehouse.ts';

/** What came of the writing of one row. Each step is there if the one before it did not fail. */
export interface Probe {
  table: TableName;
  /** When BigQuery deletes it; undefined where it could not be told to. */
  expiresAt?: Date;
  written: Answer<true>;
  /** How many rows were read back. */
  readBack?: Answer<number>;
  deleted?: Answer<true>;
}

const hourMs = 60 * 60 * 1000;
const probeName = /^_connector_probe_[0-9a-hjkmnp-tv-z]{26}$/;

/** The table of one row that is written, read back and deleted; what is not deleted BigQuery deletes within the hour. */
export function probeLoad(
  { project, dataset }: DatasetName,
  id: string,
  now: Date,
): Load & NewTable {
  return {
    table: { project, dataset, table: `_connector_probe_${id}` },
    description:
      'A row that proves that an export can be written here. May be deleted at any time.',
    columns: [{ name: 'probe', type: 'STRING' }],
    row: { probe: 'ok' },
    jobId: `connector-probe-${id}`,
    expiresAt: new Date(now.getTime() + hourMs),
    check: 'e4',
  };
}

/** A probe that outlived its hour: its maker was stopped, and its expiry did not hold. */
export function isLeftOver({ table, createdAt }: TableSummary, now: Date): boolean {
  return (
    probeName.test(table) && createdAt !== undefined && now.getTime() - createdAt.getTime() > hourMs
  );
}
