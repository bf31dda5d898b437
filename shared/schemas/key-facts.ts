import * as z from 'zod';
import { projectId } from './identifiers.ts';

/** What may be known of a key: nothing here depends on its private half. */
export const keyFacts = z
  .strictObject({
    clientEmail: z.string().meta({ examples: ['reader@acme-analytics.iam.gserviceaccount.com'] }),
    projectId,
    privateKeyId: z.string().meta({ examples: ['1f0c3e5a7b9d2f4a6c8e0b1d3f5a7c9e1b3d5f70'] }),
    fingerprint: z.string().meta({
      description: 'SHA-256 of the public key (SubjectPublicKeyInfo, DER).',
      examples: ['sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
    }),
  })
  .meta({ id: 'KeyFacts' });
export type KeyFacts = z.infer<typeof keyFacts>;
