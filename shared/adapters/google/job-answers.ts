import * as z from 'zod';
import type { LoadJob, Price, QueryResult } from '../../ports/warehouse.ts';

/** BigQuery's answers about jobs, read leniently: int64 come as strings (https://cloud.google.com/bigquery/docs/reference/rest). */
const int64 = z.coerce.number().pipe(z.int().nonnegative());

const dryRun = z.object({
  jobReference: z.object({ location: z.string().max(100).optional() }).optional(),
  statistics: z.object({
    totalBytesProcessed: int64.default(0),
    query: z
      .object({ referencedTables: z.array(z.unknown()).default([]) })
      .default({ referencedTables: [] }),
  }),
});
const queryAnswer = z.object({
  jobComplete: z.boolean(),
  jobReference: z.object({ jobId: z.string(), location: z.string().optional() }).optional(),
  rows: z.array(z.object({ f: z.array(z.object({ v: z.string().nullable() })) })).default([]),
  totalBytesBilled: int64.optional(),
  totalBytesProcessed: int64.optional(),
});
export type QueryAnswer = z.infer<typeof queryAnswer>;
const job = z.object({
  jobReference: z
    .object({ jobId: z.string(), location: z.string().max(100).optional() })
    .optional(),
  status: z.object({ state: z.string(), errorResult: z.object({}).loose().optional() }),
  statistics: z
    .object({ query: z.object({ totalBytesBilled: int64.optional() }).optional() })
    .optional(),
});
export type JobAnswer = z.infer<typeof job>;

export interface JobName {
  jobId: string;
  location?: string | undefined;
}

export function readDryRun(body: unknown): Price | undefined {
  const read = dryRun.safeParse(body).data;
  return (
    read && {
      bytesProcessed: read.statistics.totalBytesProcessed,
      tables: read.statistics.query.referencedTables.length,
      location: read.jobReference?.location,
    }
  );
}

export function readQueryAnswer(body: unknown): QueryAnswer | undefined {
  return queryAnswer.safeParse(body).data;
}

export function readJob(body: unknown): JobAnswer | undefined {
  return job.safeParse(body).data;
}

export function resultOf({ rows, totalBytesBilled }: QueryAnswer, billed?: number): QueryResult {
  return {
    rows: rows.map(({ f }) => f.map(({ v }) => v)),
    bytesBilled: totalBytesBilled ?? billed ?? 0,
  };
}

/** A load job as it stands. One that failed is no value: its body is read as a refusal. */
export function readLoadJob({ jobReference, status }: JobAnswer): LoadJob | undefined {
  return jobReference && !status.errorResult
    ? { ...jobReference, done: status.state === 'DONE' }
    : undefined;
}
