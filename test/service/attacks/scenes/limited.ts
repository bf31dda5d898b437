import { expect } from 'vitest';
import { subscribersEmail } from '../../../support/subscribers-email.ts';
import type { Answered } from '../send.ts';
import { judge } from '../judge.ts';
import { moved } from './later.ts';
import type { Scenes } from './scenes.ts';

const statuses = (answers: Answered[], wanted: number): number =>
  answers.filter(({ status }) => status === wanted).length;

async function times(count: number, ask: () => Promise<Answered>): Promise<Answered[]> {
  const answers: Answered[] = [];
  for (let time = 0; time < count; time += 1) answers.push(await ask());
  return answers;
}

/** At a service with the limits that it really has. */
export const limited: Scenes = {
  async 'limit-uploads'(stage, { expect: wanted }, words) {
    const { target, at } = await moved(stage.clocked, 'uploads');
    const ask = await at(0);
    const answers = await times(14, async () =>
      ask('/upload-key/', { file: target.keyFile('good.json') }),
    );
    for (const answer of answers) judge({ ...stage, target }, wanted, answer, words);
    expect(statuses(answers, 201)).toBe(10);
    for (const { status, headers } of answers)
      if (status === 429) expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  },

  async 'limit-failures-count'(stage, { expect: wanted }, words) {
    const { target, at } = await moved(stage.clocked, 'failures');
    const ask = await at(0);
    const answers = await times(14, async () => ask('/upload-key/', { file: '{}' }));
    for (const answer of answers) judge({ ...stage, target }, wanted, answer, words);
    expect(statuses(answers, 429)).toBe(4);
  },

  async 'control-limit-recovers'(stage, { expect: wanted }, words) {
    const { target, at } = await moved(stage.clocked, 'recovers');
    const ask = await at(0);
    const upload = async () => ask('/upload-key/', { file: target.keyFile('good.json') });
    const [last] = (await times(14, upload)).slice(-1);
    expect(last?.status).toBe(429);
    const waitMs = Number(last?.headers['retry-after']) * 1000;
    expect(waitMs).toBeLessThanOrEqual(60_000);
    target.moveClock(waitMs);
    judge({ ...stage, target }, wanted, await upload(), words);
    target.moveClock(0);
  },

  async 'limit-validations-parallel'(stage, { expect: wanted }, words) {
    const { target, at } = await moved(stage.clocked, 'validations');
    const ask = await at(0);
    const { keyId } = (await ask('/upload-key/', { file: target.keyFile('good.json') })).json;
    const body = { keyId, purposes: ['import'], uniqueContactField: subscribersEmail };
    const answers = await Promise.all(
      Array.from({ length: 60 }, async () => ask('/validate-connection/', { body })),
    );
    for (const answer of answers) judge({ ...stage, target }, wanted, answer, words);
    expect([statuses(answers, 200), statuses(answers, 429)]).toEqual([30, 30]);
  },

  async 'cap-pending-keys'(stage, { expect: wanted }, words) {
    const { target, at } = await moved(stage.clocked, 'pending');
    const ask = await at(0);
    const pacedMs = 7_000; // below ten a minute
    const most = 1000;
    let kept = 0;
    let refused: Answered | undefined;
    while (!refused && kept < most) {
      target.moveClock(kept * pacedMs);
      const answer = await ask('/upload-key/', { file: target.keyFile('good.json') });
      if (answer.status === 201) kept += 1;
      else refused = answer;
    }
    target.moveClock(0);
    expect(kept).toBeLessThan(most / 2);
    expect(refused?.json.code).toBe('key-cap-reached');
    if (refused) judge({ ...stage, target }, wanted, refused, words);
  },
};
