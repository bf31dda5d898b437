import * as z from 'zod';

/** What would make Node write down the headers of every request, tokens of callers and of keys among them. */
export const silentVariables = {
  NODE_DEBUG: z
    .custom<string>(
      (text) => text === '',
      'must not be set: it would write access tokens into the log',
    )
    .optional(),
};
