import * as z from 'zod';
import { instant } from './instant.ts';

/** The longest texts of a difference, in UTF-16 code units. */
export const longestOfDifference = { was: 2500, is: 2500, detail: 1000, remedyText: 2000 };
const { was, is, detail, remedyText } = longestOfDifference;

/** More than there are aspects, with room for each right and project. */
export const mostDifferences = 50;

/** How something differs from what was saved. */
export const difference = z
  .strictObject({
    // A pattern and no list: a subscriber that validates is not to fail at the next one that is added.
    aspect: z
      .string()
      .max(60)
      .regex(/^[a-z]+(?:-[a-z]+)*$/)
      .meta({ description: 'Stable word for what differs.', examples: ['column-type'] }),
    was: z
      .string()
      .max(was)
      .meta({ description: 'When the connector was saved.', examples: ['STRING'] }),
    is: z
      .string()
      .max(is)
      .meta({ description: 'Now.', examples: ['INTEGER'] }),
    detail: z
      .string()
      .max(detail)
      .meta({
        description: 'What differs, in one sentence. Never a secret, never a row.',
        examples: [
          'Column email of acme-analytics.crm.subscribers was STRING when the connector was saved, and is INTEGER now.',
        ],
      }),
    remedyText: z
      .string()
      .max(remedyText)
      .optional()
      .meta({
        description: 'What to do, where something has to be done.',
        examples: ['Choose another column, or ask whoever owns the table to make it STRING again.'],
      }),
  })
  .meta({ id: 'Difference' });
export type Difference = z.infer<typeof difference>;

/** One that holds, with since when it was seen and whether the world knows. */
export const drift = z
  .strictObject({
    ...difference.shape,
    since: instant.meta({ description: 'When it was seen first.' }),
    toldAt: instant.optional().meta({
      description:
        'When it was announced; absent as long as a failure or other trouble goes first.',
    }),
  })
  .meta({ id: 'Drift' });
export type Drift = z.infer<typeof drift>;
