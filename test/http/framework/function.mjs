// A deployed function in miniature: what an entry does, with promises of its own instead of adapters.
import process from 'node:process';
import { setImmediate } from 'node:timers';
import * as z from 'zod';
import { deploy } from '../../../shared/http/deploy.ts';
import { serve } from '../../../shared/http/serve.ts';
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
    {
      method: 'POST',
      path: '/until-asked-to-end',
      summary: '',
      role: 'editor',
      request: {},
      status: 200,
      answer: z.any(),
      problems: [],
      handle: async (_request, _caller, _ports, { note }) => {
        const asked = new Promise((resolve) => {
          process.once('SIGTERM', resolve);
        });
        note('begun', {});
        await asked;
        await new Promise((resolve) => {
          setImmediate(resolve);
        });
        return { finished: true };
      },
    },
    {
      method: 'POST',
      path: '/defect',
      summary: '',
      role: 'editor',
      request: {},
      status: 200,
      answer: z.any(),
      problems: [],
      handle: async () => {
        setImmediate(() => {
          throw new Error('a foreign error with a SECRETMARK');
        });
        return new Promise(() => undefined);
      },
    },
  ],
};
const doorway = {
  verifyCaller: async () => ({ subject: 'ada', workspace: 'demo', role: 'editor' }),
  origins: [],
  pageTokens: { seal: () => '', open: () => undefined },
};

function behindTheParsers() {
  withholdBodies();
  return serve(things, {}, doorway);
}

export const guarded =
  process.env.STAND_FIRST === 'yes' ? deploy(things, {}, doorway) : behindTheParsers();
