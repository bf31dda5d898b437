import * as z from 'zod';
import { invalid } from '../http/google-refusal.ts';
import { queryParameters } from '../query/parameters.ts';

const int64 = z.coerce.number().int().nonnegative();

/** What a query may be told, by jobs.query and jobs.insert alike. */
export const querySettings = z.object({
  query: z.string(),
  /** Google's default is the old dialect. */
  useLegacySql: z.boolean().default(true),
  useQueryCache: z.boolean().default(true),
  maximumBytesBilled: int64.optional(),
  parameterMode: z.string().optional(),
  queryParameters: queryParameters.default([]),
  defaultDataset: z.object({ datasetId: z.string(), projectId: z.string().optional() }).optional(),
});
export type QuerySettings = z.infer<typeof querySettings>;

export const formatOptions = z.object({
  useInt64Timestamp: z.boolean().optional(),
  timestampOutputFormat: z.string().optional(),
});

/** A body of jobs.query. */
export const directQuery = querySettings.extend({
  dryRun: z.boolean().default(false),
  location: z.string().optional(),
  labels: z.record(z.string(), z.string()).optional(),
  timeoutMs: int64.default(10_000),
  maxResults: int64.optional(),
  requestId: z.string().max(36).optional(),
  jobTimeoutMs: int64.optional(),
  formatOptions: formatOptions.default({}),
});
export type DirectQuery = z.infer<typeof directQuery>;

/** A body of jobs.insert, or the first part of an upload. */
export const insertedJob = z.object({
  jobReference: z
    .object({ jobId: z.string().optional(), location: z.string().optional() })
    .default({}),
  configuration: z.object({
    dryRun: z.boolean().default(false),
    labels: z.record(z.string(), z.string()).optional(),
    jobTimeoutMs: int64.optional(),
    query: querySettings.optional(),
    load: z.unknown().optional(),
  }),
});
export type InsertedJob = z.infer<typeof insertedJob>;

export function requireGoogleSql({ query, useLegacySql }: QuerySettings): void {
  if (useLegacySql && !/^\s*#standardSQL/i.test(query)) {
    throw invalid(
      'The sandbox reads GoogleSQL only: send useLegacySql false, for true is what Google assumes.',
      'invalidQuery',
    );
  }
}
