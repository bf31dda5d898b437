import type { Field, Row } from '../world/field.ts';
import type { Table } from '../world/table.ts';

/** What a job failed with: BigQuery's reason and sentence. */
export interface JobError {
  reason: string;
  message: string;
  location?: string;
}

export interface QueryOutcome {
  type: 'query';
  fields: Field[];
  rows: Row[];
  referenced: Table[];
  bytesProcessed: number;
  bytesBilled: number;
  cacheHit: boolean;
}

export interface LoadOutcome {
  type: 'load';
  inputFileBytes: number;
  outputRows: number;
  outputBytes: number;
}

export interface Job {
  project: string;
  jobId: string;
  location: string;
  email: string;
  /** As it was asked for, with Google's defaults. */
  configuration: object;
  createdAt: Date;
  endedAt?: Date;
  /** There once the job is done, unless it failed. */
  outcome?: QueryOutcome | LoadOutcome;
  error?: JobError;
  /** Settles, never rejects, when the job is done. */
  done: Promise<void>;
  cancel(): void;
}

export function isDone({ endedAt }: Job): boolean {
  return endedAt !== undefined;
}
