import { describe, expect, test } from 'vitest';
import { googleCircuit } from '../../shared/limits/google-circuit.ts';
import { movableClock } from '../contracts/movable-clock.ts';

const secondMs = 1000;
const minuteMs = 60 * secondMs;

function circuit() {
  const clock = movableClock('2026-03-02T09:00:00.000Z');
  const made = googleCircuit(clock);
  const lines: [string, object, string?][] = [];
  const note = (...line: [string, object, string?]) => lines.push(line);
  const pass = (ms: number) => {
    clock.moveTo(new Date(clock.now().getTime() + ms));
  };
  const meet = (google: 'answering' | 'down', times = 1) => {
    for (let time = 0; time < times; time += 1) made.met(google, note);
  };
  return { admits: made.admits, meet, pass, lines, told: () => lines.map(([event]) => event) };
}

/** An outage that is known. */
function outage() {
  const made = circuit();
  made.meet('down', 20);
  return made;
}

describe('the circuit before Google', () => {
  test('opens with one line for the operators when most checks meet an outage; and none is asked', () => {
    const { meet, admits, lines } = circuit();
    meet('answering', 4);
    meet('down', 15);
    expect(admits()).toBe(true);
    meet('down', 5);
    expect(admits()).toBe(false);
    expect(lines).toEqual([['google-outage', { checks: 20, unanswered: 16 }, 'ERROR']]);
  });

  test.each([
    ['a few that meet one', ['down', 'down', 'down', 'down', 'down']],
    ['three of ten', ['down', 'answering', 'answering', 'down', 'answering', 'answering', 'down']],
    ['seven of ten', ['down', 'down', 'answering', 'down', 'down', 'down', 'answering']],
  ] as const)('stays closed for %s', (_, met) => {
    const { meet, admits, lines } = circuit();
    for (let round = 0; round < (met.length < 6 ? 1 : 50); round += 1)
      for (const google of met) meet(google);
    expect(admits()).toBe(true);
    expect(lines).toEqual([]);
  });

  test('opens as soon after a long time in which all was well', () => {
    const { meet, admits } = circuit();
    meet('answering', 1000);
    meet('down', 24);
    expect(admits()).toBe(false);
  });

  test('does not add up what lies further apart than minutes', () => {
    const { meet, pass, admits } = circuit();
    meet('down', 19);
    pass(11 * minuteMs);
    meet('down', 19);
    expect(admits()).toBe(true);
  });

  test('lets one check try every fifteen seconds', () => {
    const { admits, pass } = outage();
    const admitted: boolean[] = [];
    for (let second = 0; second < 60; second += 1) {
      admitted.push(admits());
      pass(secondMs);
    }
    expect(admitted.filter(Boolean)).toHaveLength(3);
  });

  test('closes with one line after three that were answered one after the other', () => {
    const { admits, meet, lines, told } = outage();
    meet('answering', 2);
    meet('down');
    meet('answering', 2);
    for (let time = 0; time < 5; time += 1) admits();
    expect(told()).toEqual(['google-outage']);
    meet('answering');
    expect(admits()).toBe(true);
    const since = '2026-03-02T09:00:00.000Z';
    expect(lines.slice(1)).toEqual([['google-outage-over', { since, notAsked: 5 }, 'WARNING']]);
  });

  test('tells a second outage once more, and not from what the first one left', () => {
    const { meet, admits, told } = outage();
    meet('answering', 3);
    meet('down', 19);
    expect(admits()).toBe(true);
    meet('down');
    expect(told()).toEqual(['google-outage', 'google-outage-over', 'google-outage']);
  });

  test.each([-1, 1])('tries again whichever way the clock is set by a day (%s)', (days) => {
    const { admits, pass } = outage();
    expect(admits()).toBe(false);
    pass(days * 24 * 60 * minuteMs);
    expect(admits()).toBe(true);
    expect(admits()).toBe(false);
  });
});
