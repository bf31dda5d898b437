import * as z from 'zod';

const pageToken = 'q1hZb0tIuYw0m9xN2c7rVfP4sLkD8eGa6jTzXoBn5vUiRyQWpA';

/** The parameters of every list. */
export const pageParameters = {
  // In digits and nothing else: Number('0x10') and Number(' 1e1 ') are numbers, too.
  pageSize: z
    .codec(
      z.string().regex(/^\d{1,3}$/, 'must be a whole number in digits'),
      z.int().min(1).max(100),
      {
        decode: Number,
        encode: String,
      },
    )
    .default(50)
    .meta({
      description:
        'At most so many items; a page may have fewer, and more may follow all the same.',
      examples: [50],
      override: ({ jsonSchema }) => {
        delete jsonSchema.pattern;
        Object.assign(jsonSchema, { type: 'integer', minimum: 1, maximum: 100, default: 50 });
      },
    }),
  pageToken: z
    .string()
    .max(4096)
    .optional()
    .meta({
      description: 'The nextPageToken of the page before, with all other parameters the same.',
      examples: [pageToken],
    }),
};

export const nextPageToken = z
  .string()
  .optional()
  .meta({ description: 'Absent on the last page.', examples: [pageToken] });
