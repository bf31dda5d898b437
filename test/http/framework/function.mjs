// A deployed function in miniature: what an entry does, with promises of its own instead of adapters.
import process from 'node:process';
import * as z from 'zod';
import { serve } from '../../../shared/http/serve.ts';
import { standFirst } from '../../../shared/http/stand-first.ts';
import { withholdBodies } from '../../../shared/http/withhold-bodies.ts';

const things = {
  name: 'things',
  description: '',
  calls: [
    {
      method: 'POST',
      path: '/',
      summary: '',
      role: 'editor',
      request: { body: z.strictObject({ name: z.string() }) },
      status: 201,
      answer: z.any(),
      problems: [],
      handle: async (request) => request,
    },
  ],
};
const doorway = {
  verifyCaller: async () => ({ subject: 'ada', workspace: 'demo', role: 'editor' }),
  origins: [],
  pageTokens: { seal: () => '', open: () => undefined },
};

withholdBodies();
export const guarded = serve(things, {}, doorway);
if (process.env.STAND_FIRST === 'yes') standFirst(guarded);
