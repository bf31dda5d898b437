import { describe, expect, test } from 'vitest';
import type { Check } from '../../shared/schemas/report.ts';
import type { CheckOfLadder, Subject } from '../../shared/validation/check.ts';
import { type Finding, passed } from '../../shared/validation/finding.ts';
import { overall, runChecks } from '../../shared/validation/run-checks.ts';

/** The runner hands the subject on and never looks into it. */
const subject = {} as Subject;
const patience = () => new AbortController().signal;
const check = (
  id: CheckOfLadder['id'],
  needs: CheckOfLadder['needs'],
  judge: () => Promise<Finding>,
): CheckOfLadder => ({ id, title: id, needs, judge });
const ends = (outcome: Finding['outcome']) => () => Promise.resolve({ outcome, detail: outcome });
const brief = (checks: Check[]) => checks.map(({ id, outcome }) => `${id} ${outcome}`);

describe('a report', () => {
  test('keeps the ladder’s order, while independent checks run side by side', async () => {
    const started: string[] = [];
    const { promise: gate, resolve: open } = Promise.withResolvers<undefined>();
    const waits = (id: CheckOfLadder['id']) =>
      check(id, [], async () => {
        started.push(id);
        if (started.length === 3) open(undefined);
        await gate; // opens only when all three have begun
        return passed(id);
      });
    const told: string[] = [];

    const checks = await runChecks([waits('A1'), waits('B1'), waits('C1')], subject, {
      signal: patience(),
      onCheck: ({ id }) => told.push(id),
    });
    expect(brief(checks)).toEqual(['A1 passed', 'B1 passed', 'C1 passed']);
    expect(told.toSorted()).toEqual(['A1', 'B1', 'C1']);
  });

  test.each<[Finding['outcome'], string]>([
    ['passed', 'passed'],
    ['warning', 'passed'],
    ['failed', 'skipped'],
    ['inconclusive', 'skipped'],
    ['skipped', 'skipped'],
  ])('runs what needs a check that is %s: %s', async (outcome, expected) => {
    let asked = false;
    const needy = check('B1', ['A1'], () => {
      asked = true;
      return Promise.resolve(passed('asked'));
    });
    const [, second] = await runChecks([check('A1', [], ends(outcome)), needy], subject, {
      signal: patience(),
    });
    expect(second?.outcome).toBe(expected);
    expect(asked).toBe(expected === 'passed');
    if (expected === 'skipped')
      expect(second?.detail).toMatch(/^Not run, since it needs A1 \(key-readable\)/);
  });

  test('a need that the ladder does not have stands in nobody’s way', async () => {
    const checks = await runChecks([check('D2', ['D1'], ends('passed'))], subject, {
      signal: patience(),
    });
    expect(brief(checks)).toEqual(['D2 passed']);
  });

  test('when the time is up, what has not ended is inconclusive', async () => {
    const ended = new AbortController();
    const running = runChecks(
      [
        check('A1', [], ends('passed')),
        check('B1', [], () => new Promise<Finding>(() => undefined)),
      ],
      subject,
      {
        signal: ended.signal,
        onCheck: () => {
          ended.abort();
        },
      },
    );
    expect(brief(await running)).toEqual(['A1 passed', 'B1 inconclusive']);
  });
});

describe('the outcome of all', () => {
  test.each<[Finding['outcome'][], string]>([
    [['passed', 'passed'], 'passed'],
    [['passed', 'skipped'], 'passed'],
    [['passed', 'warning'], 'warning'],
    [['warning', 'inconclusive'], 'inconclusive'],
    [['inconclusive', 'failed', 'warning', 'skipped'], 'failed'],
  ])('of %j is %s', async (outcomes, expected) => {
    const ids = ['A1', 'A2', 'A3', 'A4'] as const;
    const ladder = outcomes.map((outcome, index) => check(ids[index] ?? 'A1', [], ends(outcome)));
    expect(overall(await runChecks(ladder, subject, { signal: patience() }))).toBe(expected);
  });
});
