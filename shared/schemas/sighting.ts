import * as z from 'zod';
import { instant } from './instant.ts';

/** A dataset as it was seen; what could not be seen is absent. */
const datasetSighting = z.strictObject({
  location: z.string().optional(),
  createdAt: instant.optional(),
  /** So long BigQuery keeps a new table; 0 where for ever. */
  tablesLiveMs: z.int().nonnegative().optional(),
  /** Two sightings of one shape are, for the checks that cost something, of the same thing. */
  shape: z.string().optional(),
});
export type DatasetSighting = z.infer<typeof datasetSighting>;

const tableSighting = z.strictObject({
  kind: z.string(),
  createdAt: instant.optional(),
  /** Absent where BigQuery keeps it for ever. */
  expiresAt: instant.optional(),
  filterRequired: z.boolean(),
  shape: z.string().optional(),
});

const namedColumn = z.strictObject({ name: z.string(), type: z.string(), mode: z.string() });
export type NamedColumn = z.infer<typeof namedColumn>;

/** Of more columns than these nothing is kept but the key column: a record of the store is not made for them. */
export const mostColumnsKept = 200;

/** Counts alone, and of how large a share of the table where not of all. */
const qualitySighting = z.strictObject({
  rows: z.int().nonnegative(),
  empty: z.int().nonnegative(),
  malformed: z.int().nonnegative(),
  duplicates: z.int().nonnegative(),
  samplePercent: z.number().optional(),
});
export type QualitySighting = z.infer<typeof qualitySighting>;

/**
 * The facts that one validation saw, for a later one to be compared with: never a row, never a secret. What it could not
 * see, or did not look at, is absent, which says nothing about it.
 */
export const sighting = z.strictObject({
  at: instant,
  /** Whether Google lists the key, and until when it is good; absent where for ever. */
  key: z.strictObject({ listed: z.boolean(), expiresAt: instant.optional() }).optional(),
  dataset: datasetSighting.optional(),
  table: tableSighting.optional(),
  /** The key column; absent beside a table that has none of its name. */
  column: z.strictObject({ ...namedColumn.shape, policyTags: z.int().nonnegative() }).optional(),
  columns: z.array(namedColumn).max(mostColumnsKept).optional(),
  quality: qualitySighting.optional(),
  exportDataset: datasetSighting.optional(),
  /** What the work needs and was proven, or refused by name: `bigquery.tables.getData on table a.b.c`. */
  rights: z.strictObject({ held: z.array(z.string()), lacking: z.array(z.string()) }).optional(),
  /** What no connector needs and the key can do all the same, by project. */
  powers: z
    .array(z.strictObject({ project: z.string(), permissions: z.array(z.string()) }))
    .optional(),
});
export type Sighting = z.infer<typeof sighting>;
