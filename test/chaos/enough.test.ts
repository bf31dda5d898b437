import { expect, test } from 'vitest';
import type { Outcome } from './chaos.ts';
import { tooLittle } from './enough.ts';
import { newTally } from './tally.ts';
import type { Asked } from './instances.ts';

interface Answers {
  fine: number;
  stuck: number;
}

function outcomeOf({ fine, stuck }: Answers, { kills = 10, connectors = 20 } = {}): Outcome {
  const tally = newTally();
  const asked = (status: number, longest: number): Asked => ({
    answered: { status, headers: {}, text: '', json: {} },
    killed: false,
    disturbed: false,
    waits: { longest, whole: longest },
  });
  for (let n = 0; n < fine; n += 1) tally.count('save', asked(201, 1));
  for (let n = 0; n < stuck; n += 1) tally.count('save', asked(500, 9_000));
  return {
    ...{ tally, kills, connectors, orphansBefore: 0, waitingBefore: 0, told: 0, surprises: [] },
    findings: { lost: [], orphans: [], history: [], announcements: [] },
  };
}

test('a run in which there was enough of everything has shown something', () => {
  expect(tooLittle(outcomeOf({ fine: 199, stuck: 1 }), 200)).toEqual([]);
});

test.each<[string, Outcome]>([
  ['9 processes were killed', outcomeOf({ fine: 200, stuck: 0 }, { kills: 9 })],
  ['0 connectors were made', outcomeOf({ fine: 200, stuck: 0 }, { connectors: 0 })],
  ['11 answers of 5xx while the emulator hung', outcomeOf({ fine: 189, stuck: 11 })],
  ['150 of 200 operations were asked', outcomeOf({ fine: 150, stuck: 0 })],
])('%s: that has shown nothing', (sentence, outcome) => {
  expect(tooLittle(outcome, 200).join('\n')).toContain(sentence);
});

test('one in which nearly all failed neither', () => {
  expect(tooLittle(outcomeOf({ fine: 20, stuck: 180 }), 200).join('\n')).toContain('20 of 200');
});
