import type { Field, Row } from './field.ts';

export interface TableName {
  project: string;
  dataset: string;
  table: string;
}

export type TableKind = 'TABLE' | 'VIEW' | 'MATERIALIZED_VIEW' | 'SNAPSHOT' | 'EXTERNAL';

export interface Table extends TableName {
  kind: TableKind;
  description?: string;
  labels?: Record<string, string>;
  fields: Field[];
  /** Columns that queries may name and that `SELECT *` leaves out, as `_PARTITIONTIME`. */
  pseudoColumns?: Field[];
  /** In the fields' order, pseudo-columns last. Made when first asked for, the same each time. */
  rows: () => Row[];
  /** Prices it as if it held so many times as much: a large table without its rows. */
  bytesFactor?: number;
  partitioning?: { type: 'DAY' | 'HOUR' | 'MONTH'; column?: string; filterRequired: boolean };
  clustering?: string[];
  view?: { query: string };
  sheet?: { uri: string; sharedWith: string[] };
  /** Where there is any, a reader sees the rows of the policies that name it, and no others. */
  rowPolicies?: { filter: string; grantees: string[] }[];
  createdAt: Date;
  modifiedAt: Date;
  expiresAt?: Date;
}

/** `P:D.T`, the form of BigQuery's denials. */
export function legacyName({ project, dataset, table }: TableName): string {
  return `${project}:${dataset}.${table}`;
}

export function dottedName({ project, dataset, table }: TableName): string {
  return `${project}.${dataset}.${table}`;
}
