import * as z from 'zod';

/** Parts of BigQuery's answers, read leniently: what is not needed and cannot be read is absent. */

/** Of 64 bits, as strings (https://cloud.google.com/bigquery/docs/reference/rest). */
export const int64 = z.coerce.number().pipe(z.int().nonnegative()).optional().catch(undefined);
export const name = z.string().max(1024);
/** A region's or multi-region's id (https://cloud.google.com/bigquery/docs/locations); what is none is not passed on. */
export const location = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{1,49}$/);

/** The last moment that a Date can tell. */
const endOfTimeMs = 8.64e15;

export function dateOf(ms: number | undefined): Date | undefined {
  return ms === undefined || ms > endOfTimeMs ? undefined : new Date(ms);
}
