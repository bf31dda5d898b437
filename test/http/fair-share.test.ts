import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { fairShare } from '../../shared/http/fair-share.ts';
import { Problem } from '../../shared/problems/problem.ts';

const share = { whole: 6, atOnce: 2, flood: 3, turnsASecond: 9, waiting: 5, presentMs: 1_000 };

/** Requests of workspaces at an instance, and who of them is worked on. */
function instance() {
  let ms = 0;
  const timers: { at: number; act: () => void }[] = [];
  const time = {
    now: () => ms,
    after: (wait: number, act: () => void) => void timers.push({ at: ms + wait, act }),
  };
  const { enter } = fairShare(share, time);
  const working: { name: string; leave: () => void }[] = [];
  return {
    come: async (workspace: string, times = 1) => {
      for (let n = 0; n < times; n += 1)
        void enter(workspace).then((leave) => working.push({ name: workspace, leave }));
      await setImmediate();
    },
    refused: async (workspace: string) => enter(workspace).then(() => undefined, refusal),
    end: async (workspace: string) => {
      const place = working.findIndex(({ name }) => name === workspace);
      working.splice(place, 1)[0]?.leave();
      await setImmediate();
    },
    working: () => working.map(({ name }) => name).join(' '),
    pass: async (wait: number) => {
      ms += wait;
      for (const timer of timers.splice(0)) {
        if (timer.at <= ms) timer.act();
        else timers.push(timer);
      }
      await setImmediate();
    },
  };
}

const refusal = (error: unknown) => (error instanceof Problem ? error.code : 'a defect');

test('who is alone has all of an instance', async () => {
  const { come, working } = instance();
  await come('acme', 7);
  expect(working()).toBe('acme acme acme acme acme acme');
});

test('beside others a few are worked on at once, and who comes is never made to wait for another', async () => {
  const { come, end, working } = instance();
  await come('globex');
  await come('acme', 4);
  expect(working()).toBe('globex acme acme');
  await end('acme');
  expect(working()).toBe('globex acme acme');
  await come('globex');
  expect(working()).toBe('globex acme acme globex');
});

test('who floods has one at a time, and rests thrice as long as it took', async () => {
  const { come, end, pass, working } = instance();
  await come('globex');
  await come('acme', 7);
  await pass(40);
  await end('acme');
  await end('acme');
  await pass(119);
  expect(working()).toBe('globex');
  await pass(1);
  expect(working()).toBe('globex acme');
});

test('who is answered at once, and so never waits, floods by how often he comes', async () => {
  const { come, end, pass, working } = instance();
  await come('globex');
  for (let times = 0; times < 10; times += 1) {
    await come('acme');
    await pass(1);
    await end('acme');
  }
  await come('acme');
  expect(working()).toBe('globex');
  await pass(3);
  expect(working()).toBe('globex acme');
});

test('what is said to be over twice is over once', async () => {
  const { enter } = fairShare({ ...share, whole: 1 });
  const first = await enter('acme');
  first();
  const second = await enter('acme');
  first();
  const third = enter('acme').then(() => 'entered');
  expect(await Promise.race([third, setImmediate('waits')])).toBe('waits');
  second();
  expect(await third).toBe('entered');
});

test('a flood that began alone makes way as it goes', async () => {
  const { come, end, working } = instance();
  await come('acme', 3);
  await come('globex');
  await come('acme');
  await end('acme');
  expect(working()).toBe('acme acme globex');
});

test('more than can wait are refused, and nobody else is', async () => {
  const { come, refused, working } = instance();
  await come('globex');
  await come('acme', 7);
  expect(await refused('acme')).toBe('rate-limited');
  expect(await refused('globex')).toBeUndefined();
  expect(working()).toBe('globex acme acme');
});

test('once the other has gone for a while, all of it is free again', async () => {
  const { come, end, pass, working } = instance();
  await come('globex');
  await come('acme', 5);
  await end('globex');
  await end('acme');
  expect(working()).toBe('acme acme');
  await pass(1_001);
  await end('acme');
  expect(working()).toBe('acme acme acme');
});
