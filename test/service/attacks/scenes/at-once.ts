import { expect } from 'vitest';
import { subscribersEmail } from '../../../support/subscribers-email.ts';
import { bearersOf } from '../bearers.ts';
import { generated } from '../generated.ts';
import { judge } from '../judge.ts';
import { askedInTime } from '../asked-in-time.ts';
import { type Answered, send } from '../send.ts';
import type { Stage } from '../stage.ts';
import { memoryOf } from '../target.ts';
import { forgedUnknownKids } from '../forged-tokens.ts';
import { inWaves } from './in-waves.ts';
import type { Scenes } from './scenes.ts';

export const invented = 'con-00000000000000000000000000';
const mebibyte = 1024 ** 2;

/** What shows only when many are asked, or when what is beside the answer is looked at: time, memory, whose it is. */
export const atOnce: Scenes = {
  async 'oracle-timing-get'(stage, { expect: wanted }, words) {
    const other = await stage.ask('b');
    const ids = { foreign: words.connectorA ?? '', invented };
    const round = async () => {
      const times = { foreign: [] as number[], invented: [] as number[] };
      for (let pair = 0; pair < 200; pair += 1) {
        for (const kind of ['foreign', 'invented'] as const) {
          const answer = await other(`/list-connectors/${ids[kind]}`);
          if (pair === 0) judge(stage, wanted, answer, words);
          expect(answer.status).toBe(404);
          times[kind].push(answer.ms);
        }
      }
      return { foreign: median(times.foreign), never: median(times.invented) };
    };
    const areAlike = ({ foreign, never }: Awaited<ReturnType<typeof round>>) =>
      Math.abs(foreign - never) < Math.max(0.15 * never, 2);
    // What tells them apart does so every time; what a busy machine does differs from one round to the next.
    const rounds = [await round()];
    while (rounds.length < 3 && !rounds.some(areAlike)) rounds.push(await round());
    expect(rounds.some(areAlike), JSON.stringify(rounds)).toBe(true);
  },

  async 'cache-interleaved-validate'(stage, { expect: wanted }, words) {
    const asks = { A: await stage.ask('a'), B: await stage.ask('b') };
    const validate = async (who: 'A' | 'B') => {
      const body = {
        keyId: words[`key${who}`],
        purposes: ['import'],
        uniqueContactField: subscribersEmail,
      };
      return { who, answer: await asks[who]('/validate-connection/', { body }) };
    };
    const answers = await inWaves(40, stage.atOnce, async (place) =>
      validate(place % 2 === 0 ? 'A' : 'B'),
    );
    const { clientEmailA = '', clientEmailB = '' } = words;
    for (const { who, answer } of answers) {
      judge(stage, wanted, answer, words);
      const [own, others] =
        who === 'A' ? [clientEmailA, clientEmailB] : [clientEmailB, clientEmailA];
      expect(answer.text).toContain(own);
      expect(answer.text).not.toContain(others);
    }
  },

  async 'jwks-unknown-kid-burst'(stage, attack, words) {
    const { target, known, signer } = stage;
    const usual = await usualMs(stage);
    const before = target.jwksAsked();
    const strangers = forgedUnknownKids(known.tokens.editorA, signer, 20).map(async (bearer) =>
      send(target, attack.function, { method: 'GET', path: '/', bearer }),
    );
    const honest = known.ask('/list-connectors/');
    for (const answer of await Promise.all(strangers)) judge(stage, attack.expect, answer, words);
    expect((await honest).status).toBe(200);
    expect((await honest).ms).toBeLessThan(soon(usual));
    expect(target.jwksAsked() - before).toBeLessThanOrEqual(2);
    expect(target.jwksAsked()).toBeGreaterThan(0);
  },

  async 'bomb-gzip-anonymous'(stage, attack, words) {
    const { target } = stage;
    const [variant] = generated(attack.id, { good: target.keyFile('good.json'), words }) ?? [];
    const [bearer] = bearersOf(attack, stage.known.tokens, stage.forged);
    const pid = target.processOf(attack.function);
    const before = memoryOf(pid);
    const sent = { method: attack.method, path: '/', headers: attack.headers, bearer };
    const ask = async () => [await send(target, attack.function, { ...sent, body: variant?.body })];
    for (const answer of await askedInTime(ask, attack)) judge(stage, attack.expect, answer, words);
    expect(memoryOf(pid) - before).toBeLessThan(50 * mebibyte);
  },

  async 'sse-many-streams'(stage, attack, words) {
    const bearer = stage.known.tokens.editorA;
    const usual = await usualMs(stage);
    const body = {
      keyId: words.keyA,
      purposes: ['import'],
      uniqueContactField: subscribersEmail,
    };
    const streams = inWaves(50, stage.atOnce, async () =>
      send(stage.target, attack.function, {
        method: 'POST',
        path: '/',
        headers: attack.headers,
        body: JSON.stringify(body),
        bearer,
      }),
    );
    const listed: Answered[] = [];
    while (listed.length < 9) listed.push(await stage.known.ask('/list-connectors/'));
    const answers = await streams;
    for (const { status } of listed) expect(status).toBe(200);
    expect(median(listed.map(({ ms }) => ms))).toBeLessThan(soon(usual));
    for (const answer of answers) {
      judge(stage, attack.expect, answer, words);
      if (answer.status === 200) expect(answer.text).toMatch(/^event: (?:report|problem)$/m);
    }
    expect(new Set(answers.map(({ status }) => status))).toContain(200);
  },
};

/** How long an answer takes here while nothing else goes on. */
async function usualMs({ known }: Stage): Promise<number> {
  const times: number[] = [];
  while (times.length < 5) times.push((await known.ask('/list-connectors/')).ms);
  return median(times);
}

/** A second, or on a machine that has other things to do what is to it as a second is to fifty milliseconds. */
const soon = (usual: number) => Math.max(1000, 20 * usual);

function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
}
