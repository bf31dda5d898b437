import * as z from 'zod';
import { keyId } from './identifiers.ts';
import { instant } from './instant.ts';
import { keyFacts } from './key-facts.ts';

/** The key that the last rotation, or the last roll-back, put out of use: what is remembered of it. */
export const retired = z.strictObject({
  keyId,
  key: keyFacts,
  since: instant,
  /** When the key in use had proven itself. */
  provenAt: instant.optional(),
  /** When Google was asked for it last, by a call of its own or not. */
  lookedAt: instant.optional(),
  /** Since when Google does not list it any more. */
  goneAt: instant.optional(),
});
export type Retired = z.infer<typeof retired>;

const { clientEmail, projectId, privateKeyId } = keyFacts.shape;

/** The same for callers, with what may be done about it at Google. */
export const retiredKey = z
  .strictObject({
    privateKeyId,
    clientEmail,
    projectId,
    mayBeDisabled: z.boolean().meta({
      description:
        'Whether no connector of this workspace needs the key any more, so that it may be disabled at Google, and deleted once nothing has missed it; `detail` says why, or why not yet.',
      examples: [true],
    }),
    mayBeDisabledSince: instant.optional(),
    detail: z.string().meta({
      examples: ['No connector of this workspace needs this key any more.'],
    }),
    rollBackUntil: instant.optional().meta({
      description:
        'Until then a roll-back could return to this key; not once it is disabled or deleted.',
    }),
    gcloud: z
      .string()
      .optional()
      .meta({
        description:
          'Disables the key at Google; `enable` takes it back. Given only while it may be disabled.',
        examples: [
          'gcloud iam service-accounts keys disable 1f0c3e5a7b9d2f4a6c8e0b1d3f5a7c9e1b3d5f70 --iam-account=reader@acme-analytics.iam.gserviceaccount.com --project=acme-analytics',
        ],
      }),
    goneAt: instant.optional().meta({
      description: 'Since when Google does not list the key any more: it was deleted, or disabled.',
    }),
  })
  .meta({ id: 'RetiredKey' });
export type RetiredKey = z.infer<typeof retiredKey>;
