import type { AccessToken } from './identity.ts';
import type { Answer } from './answer.ts';

/** Opens BigQuery with one access token. Jobs run, and are paid for, in `jobProject`. */
export type OpenWarehouse = (options: {
  accessToken: AccessToken;
  jobProject: string;
  labels: Record<string, string>;
  signal: AbortSignal;
}) => Warehouse;

/** A customer's BigQuery. Answers are read leniently: only the fields that are used. */
export interface Warehouse {
  datasets(project: string, page: PageOfGoogle): Promise<Answer<Listed<string>>>;
  dataset(name: DatasetName): Promise<Answer<DatasetFacts>>;
  tables(name: DatasetName, page: PageOfGoogle): Promise<Answer<Listed<TableSummary>>>;
  table(name: TableName): Promise<Answer<TableFacts>>;
  /** Prices a query without running it. */
  dryRun(query: Query): Promise<Answer<{ bytesProcessed: number; location?: string | undefined }>>;
  /** Runs a query; the rows come as Google's strings, null for NULL. */
  query(query: Query & { maximumBytesBilled: number }): Promise<Answer<QueryResult>>;
}

export interface PageOfGoogle {
  limit: number;
  pageToken?: string | undefined;
}

export interface Listed<T> {
  items: T[];
  nextPageToken?: string | undefined;
}

export interface DatasetName {
  project: string;
  dataset: string;
}

export interface TableName extends DatasetName {
  table: string;
}

export interface DatasetFacts {
  location: string;
  defaultTableExpirationMs?: number | undefined;
}

export interface TableSummary {
  table: string;
  kind: string;
}

export interface TableFacts {
  /** TABLE, VIEW, MATERIALIZED_VIEW, EXTERNAL, SNAPSHOT, … as Google says it. */
  kind: string;
  /** GOOGLE_SHEETS, CSV, … of an external table. */
  sourceFormat?: string | undefined;
  columns: Column[];
  rows?: number | undefined;
  bytes?: number | undefined;
  expiresAt?: Date | undefined;
  location?: string | undefined;
  partition?: PartitionFacts | undefined;
}

export interface PartitionFacts {
  filterRequired: boolean;
  /** The column by which the table is partitioned; absent for ingestion time. */
  column?: string | undefined;
  /** HOUR, DAY, MONTH or YEAR; RANGE for ranges of integers. */
  unit: string;
}

export interface Column {
  name: string;
  /** STRING, INTEGER, … by the names of the REST reference, or their SQL twins. */
  type: string;
  /** NULLABLE, REQUIRED or REPEATED. */
  mode: string;
  description?: string | undefined;
  policyTags: string[];
}

export interface Query {
  sql: string;
  /** Where the data lies; Google guesses where it is absent. */
  location?: string | undefined;
  /** Which check asks: becomes a label of the job. */
  check: string;
}

export interface QueryResult {
  rows: (string | null)[][];
  bytesBilled: number;
}
