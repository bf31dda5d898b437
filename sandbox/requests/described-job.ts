import * as z from 'zod';

const query = z.object({
  query: z.string().optional(),
  maximumBytesBilled: z.coerce.string().optional(),
  queryParameters: z.array(z.unknown()).optional(),
});
const job = z.object({
  jobReference: z.object({ location: z.string().optional() }).optional(),
  configuration: z.object({
    dryRun: z.boolean().optional(),
    labels: z.record(z.string(), z.string()).optional(),
    query: query.optional(),
    load: z
      .object({
        destinationTable: z.unknown().optional(),
        destinationTableProperties: z.unknown().optional(),
      })
      .optional(),
  }),
});
const direct = query.extend({
  query: z.string(),
  dryRun: z.boolean().optional(),
  labels: z.record(z.string(), z.string()).optional(),
  location: z.string().optional(),
});

/** What a tester wants to know of a job that was asked for: its price cap and labels above all. */
export function describedJob(body: unknown): object | undefined {
  const asked = direct.safeParse(body);
  if (asked.success) return describe('query', asked.data, asked.data.location, asked.data);
  const inserted = job.safeParse(body);
  if (!inserted.success) return undefined;
  const { configuration, jobReference } = inserted.data;
  const { query: ofQuery, load } = configuration;
  if (ofQuery) return describe('query', configuration, jobReference?.location, ofQuery);
  return load && { ...describe('load', configuration, jobReference?.location), ...load };
}

function describe(
  type: string,
  {
    dryRun = false,
    labels = {},
  }: { dryRun?: boolean | undefined; labels?: Record<string, string> | undefined },
  location: string | undefined,
  asked?: z.infer<typeof query>,
): object {
  return {
    type,
    dryRun,
    labels,
    ...(location !== undefined && { location }),
    ...(asked?.query !== undefined && { sql: asked.query }),
    ...(asked?.maximumBytesBilled !== undefined && {
      maximumBytesBilled: asked.maximumBytesBilled,
    }),
    ...(asked?.queryParameters && { parameters: asked.queryParameters }),
  };
}
