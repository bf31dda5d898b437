import * as z from 'zod';
import { validationId } from './identifiers.ts';
import { instant } from './instant.ts';

/** Every check of the ladder: its stage and number, and its name in words. */
export const checkNames = {
  A1: 'key-readable',
  A2: 'key-type',
  A3: 'key-complete',
  A4: 'private-key',
  A5: 'key-known',
  B1: 'key-alive',
  B2: 'sign-in',
  C1: 'project-reachable',
  C2: 'may-run-jobs',
  C3: 'too-much-power',
  D1: 'dataset',
  D2: 'table',
  D3: 'key-column',
  D4: 'readable',
  D5: 'key-quality',
  E1: 'export-dataset',
  E2: 'export-billing',
  E3: 'export-names',
  E4: 'writable',
} as const;
export type CheckId = keyof typeof checkNames;

export const outcome = z.enum(['passed', 'warning', 'failed', 'inconclusive', 'skipped']);
export type Outcome = z.infer<typeof outcome>;

export const remedy = z
  .strictObject({
    text: z.string(),
    consoleUrl: z.string().optional(),
    gcloud: z.string().optional(),
    bq: z.string().optional(),
    terraform: z.string().optional(),
  })
  .meta({
    id: 'Remedy',
    description: 'What to do, and the exact line to send to the colleague who can do it.',
    examples: [
      {
        text: 'Ask whoever administers project acme-analytics to link a billing account.',
        consoleUrl: 'https://console.cloud.google.com/billing/linkedaccount?project=acme-analytics',
      },
    ],
  });
export type Remedy = z.infer<typeof remedy>;

export const evidence = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
);
export type Evidence = z.infer<typeof evidence>;

export const check = z
  .strictObject({
    id: z.enum(Object.keys(checkNames) as [CheckId, ...CheckId[]]),
    name: z.enum(Object.values(checkNames)),
    title: z.string(),
    outcome,
    detail: z.string(),
    cause: z.string().optional().meta({ description: 'Stable word for what was found.' }),
    remedy: remedy.optional(),
    evidence: evidence.optional().meta({ description: 'Facts; never a secret, never a row.' }),
    durationMs: z.int(),
  })
  .meta({
    id: 'Check',
    examples: [
      {
        id: 'C2',
        name: 'may-run-jobs',
        title: 'The account may run queries',
        outcome: 'passed',
        detail: 'Queries run in project acme-analytics, location US.',
        durationMs: 104,
      },
    ],
  });
export type Check = z.infer<typeof check>;

export const report = z
  .strictObject({
    validationId,
    outcome: outcome.exclude(['skipped']),
    readyToSave: z.boolean().meta({
      description: 'Whether save-connector accepts this validation while it is fresh.',
    }),
    checks: z.array(check),
    remedy: remedy.optional().meta({
      description:
        'What mends all that can be mended by grants and settings at Google, as one thing to send; absent if nothing has to be.',
    }),
    bytesBilled: z.int().meta({ examples: [10_485_760] }),
    estimatedPriceUsd: z
      .number()
      .optional()
      .meta({
        description:
          'Of these bytes, at the list price on demand; what the customer agreed on may be less.',
        examples: [0.00006],
      }),
    validatedAt: instant,
    expiresAt: instant,
    durationMs: z.int().meta({ examples: [412] }),
  })
  .meta({ id: 'Report' });
export type Report = z.infer<typeof report>;
