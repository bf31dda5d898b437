import * as z from 'zod';
import { projectId } from './identifiers.ts';

/** All that we keep of a key file: five strings, serialised by us, never the uploaded bytes. */
export const serviceAccountKey = z.strictObject({
  projectId,
  /** Google's ids are 40 hex digits; older and imported keys have others. */
  privateKeyId: z.string().regex(/^[0-9a-f]{8,64}$/),
  privateKey: z.string().max(8192),
  clientEmail: z
    .string()
    .max(254)
    .regex(/^[a-z0-9][a-z0-9.-]{0,127}@[a-z0-9][a-z0-9.-]{0,127}\.gserviceaccount\.com$/),
  clientId: z
    .string()
    .regex(/^[0-9]{1,30}$/)
    .optional(),
});
export type ServiceAccountKey = z.infer<typeof serviceAccountKey>;
