import { describe, expect, test } from 'vitest';
import { type Check, type CheckId, checkNames } from '../../shared/schemas/report.ts';
import { mergedChecks } from '../../shared/validation/merged-checks.ts';

const check = (id: CheckId, outcome: Check['outcome'], more: Partial<Check> = {}): Check => ({
  id,
  name: checkNames[id],
  title: 'Something holds',
  outcome,
  detail: 'It does, or does not.',
  durationMs: 1,
  ...more,
});
const unchanged = check('D5', 'skipped', { cause: 'unchanged' });
const spent = check('D5', 'skipped', { cause: 'budget-spent' });
const blocked = check('D5', 'skipped', { detail: 'Not run, since it needs D4.' });
const share = { evidence: { samplePercent: 10 } };

describe('a check that costs something', () => {
  test.each<[string, Check, Check | undefined, Check['outcome']]>([
    ['was not done again', unchanged, check('D5', 'warning'), 'warning'],
    ['was not done again and had failed', unchanged, check('D5', 'failed'), 'failed'],
    ['was never done', unchanged, undefined, 'skipped'],
    ['was not decided before', unchanged, check('D5', 'inconclusive'), 'skipped'],
    ['could not be afforded', spent, check('D5', 'warning'), 'warning'],
    ['that failed could not be afforded again', spent, check('D5', 'failed'), 'inconclusive'],
    ['could not run', blocked, check('D5', 'warning'), 'warning'],
    ['that failed could not run', blocked, check('D5', 'failed'), 'skipped'],
    ['was done', check('D5', 'failed'), check('D5', 'passed'), 'failed'],
    [
      'is clean in a share of what was dirty',
      check('D5', 'passed', share),
      check('D5', 'warning'),
      'warning',
    ],
    [
      'is clean in a share of what was clean',
      check('D5', 'passed', share),
      check('D5', 'passed'),
      'passed',
    ],
    ['is clean in all of what was dirty', check('D5', 'passed'), check('D5', 'warning'), 'passed'],
  ])('that %s', (_, now, before, expected) => {
    const merged = mergedChecks([check('D4', 'passed'), now], before ? [before] : []);

    expect(merged.checks.map(({ outcome }) => outcome)).toEqual(['passed', expected]);
    expect(merged.outcome).toBe(expected === 'skipped' ? 'passed' : expected);
  });

  test('does not bring others back', () => {
    const before = [check('D4', 'failed'), check('E4', 'warning')];

    expect(mergedChecks([check('D4', 'passed')], before)).toEqual({
      checks: [check('D4', 'passed')],
      outcome: 'passed',
    });
  });
});
