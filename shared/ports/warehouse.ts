import type { AccessToken } from './identity.ts';
import type { Answer } from './answer.ts';

/** Opens BigQuery with one access token. Jobs run, and are paid for, in `jobProject`. */
export type OpenWarehouse = (options: {
  accessToken: AccessToken;
  jobProject: string;
  labels: Record<string, string>;
  /** Aborted when nobody waits any more: no call is begun after that, and jobs that run are cancelled. */
  signal: AbortSignal;
  /** Takes the work that is left then, so that somebody can wait for its end. */
  afterwards?: (work: Promise<unknown>) => void;
}) => Warehouse;

/** A customer's BigQuery. Answers are read leniently: only the fields that are used. */
export interface Warehouse {
  datasets(project: string, page: PageOfGoogle): Promise<Answer<Listed<string>>>;
  dataset(name: DatasetName): Promise<Answer<DatasetFacts>>;
  tables(name: DatasetName, page: PageOfGoogle): Promise<Answer<Listed<TableSummary>>>;
  /** With `described` the columns come with what people wrote about them, and without their policy tags. */
  table(name: TableName, options?: { described: boolean }): Promise<Answer<TableFacts>>;
  /** Prices a query without running it. */
  dryRun(query: Query): Promise<Answer<Price>>;
  /** Runs a query; the rows come as Google's strings, null for NULL. */
  query(query: Query & { maximumBytesBilled: number }): Promise<Answer<QueryResult>>;
  /** Which of the permissions the account has on the table. Google says that it "may fail open": a hint, no proof. */
  permissionsOnTable(name: TableName, permissions: string[]): Promise<Answer<string[]>>;
  /** Makes an empty table that Google deletes at a time. */
  createTable(table: NewTable): Promise<Answer<true>>;
  /** Gives a table that is there the same end. */
  expireTable(table: Pick<NewTable, 'table' | 'expiresAt'>): Promise<Answer<true>>;
  /** Begins a load job of a row into a table, which it makes where there is none. Free of charge. */
  load(load: Load): Promise<Answer<LoadJob>>;
  loadJob(job: LoadJob): Promise<Answer<LoadJob>>;
  /** Also when nobody waits any more, as deleteTable. */
  cancelLoad(job: Pick<LoadJob, 'jobId' | 'location'>): Promise<void>;
  /** How many rows a table gives to who reads it, up to a limit. Their values go nowhere. */
  readRows(name: TableName, limit: number): Promise<Answer<number>>;
  deleteTable(name: TableName): Promise<Answer<true>>;
}

export interface Price {
  bytesProcessed: number;
  /** How many tables are read, where Google tells: each is billed as 10 MiB at the least. */
  tables: number;
  location?: string | undefined;
}

export interface NewTable {
  table: TableName;
  description: string;
  columns: Pick<Column, 'name' | 'type'>[];
  expiresAt: Date;
}

export interface Load extends Pick<NewTable, 'table' | 'columns'> {
  /** Ours, so that one that is sent twice is done once, and one whose answer is lost can be cancelled. */
  jobId: string;
  row: Record<string, string | number>;
  check: string;
}

export interface LoadJob {
  jobId: string;
  location?: string | undefined;
  done: boolean;
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
  createdAt?: Date | undefined;
  /** After which BigQuery deletes new tables. */
  defaultTableExpirationMs?: number | undefined;
  /** Where names of tables differ in case alone, they are one name. */
  isCaseInsensitive?: boolean | undefined;
}

export interface TableSummary {
  table: string;
  kind: string;
  createdAt?: Date | undefined;
}

export interface TableFacts {
  /** TABLE, VIEW, MATERIALIZED_VIEW, EXTERNAL, SNAPSHOT, … as Google says it. */
  kind: string;
  /** GOOGLE_SHEETS, CSV, … of an external table. */
  sourceFormat?: string | undefined;
  columns: Column[];
  rows?: number | undefined;
  bytes?: number | undefined;
  createdAt?: Date | undefined;
  expiresAt?: Date | undefined;
  location?: string | undefined;
  partition?: PartitionFacts | undefined;
}

export interface PartitionFacts {
  filterRequired: boolean;
  /** The column by which the table is partitioned; absent for ingestion time. */
  column?: string | undefined;
  /** HOUR, DAY, MONTH or YEAR; RANGE for ranges of integers; FOLDER for files in folders. */
  unit: string;
  /** After which BigQuery deletes a partition. */
  expirationMs?: number | undefined;
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
