import { expect, test } from 'vitest';
import {
  notAsRecorded,
  recordedChecksADay,
  recordedDay,
} from '../../tools/bench/fleet/recorded-day.ts';

test('what was counted is what is written down, or the bench says what to write', () => {
  expect(notAsRecorded({ ...recordedDay, checkMs: 900 }, recordedChecksADay)).toEqual([]);

  const ofChecks = { ...recordedDay.ofChecks, reads: 2 * recordedDay.ofChecks.reads };
  expect(notAsRecorded({ ...recordedDay, ofChecks }, 48)).toEqual([
    expect.stringMatching(/^reads of checks, checks a day is not as in recorded-day\.ts; write/),
  ]);
});
