import * as z from 'zod';
import type { QueryResult } from '../../ports/warehouse.ts';

/** BigQuery's answers about jobs, read leniently: int64 come as strings (https://cloud.google.com/bigquery/docs/reference/rest). */
const int64 = z.coerce.number().pipe(z.int().nonnegative());

const dryRun = z.object({
  jobReference: z.object({ location: z.string().max(100).optional() }).optional(),
  statistics: z.object({ totalBytesProcessed: int64.default(0) }),
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
  status: z.object({ state: z.string(), errorResult: z.object({}).loose().optional() }),
  statistics: z
    .object({ query: z.object({ totalBytesBilled: int64.optional() }).optional() })
    .optional(),
});
export type JobAnswer = z.infer<typeof job>;

export function readDryRun(
  body: unknown,
): { bytesProcessed: number; location?: string | undefined } | undefined {
  const read = dryRun.safeParse(body).data;
  return (
    read && {
      bytesProcessed: read.statistics.totalBytesProcessed,
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
