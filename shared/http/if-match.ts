import * as z from 'zod';

/** The etag of the record that a change is based on. Whether it fits is judged once the record was found. */
export const ifMatch = z.strictObject({ etag: z.string().optional() });
