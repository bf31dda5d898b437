import { describe, expect, test } from 'vitest';
import type { Check } from '../../shared/schemas/report.ts';
import { metOutage } from '../../shared/validation/met-outage.ts';

const checkOf = (check: Partial<Check>): Check => ({
  ...{ id: 'B2', name: 'sign-in', title: 'Google signs the account in', outcome: 'inconclusive' },
  ...{ detail: 'Google did not answer in time.', cause: 'no-answer', durationMs: 1 },
  ...check,
});

describe('a check met an outage of Google', () => {
  test.each<[string, Partial<Check>]>([
    ['the sign-in was not answered', {}],
    ['Google failed at the sign-in', { cause: 'google-5xx' }],
    ['BigQuery did not list', { id: 'C1', name: 'project-reachable', cause: 'timeout' }],
    ['Google as a whole asked for less', { cause: 'rate-limit' }],
  ])('where %s', (_, check) => {
    expect(metOutage([checkOf(check)])).toBe(true);
  });

  test.each<[string, Partial<Check>]>([
    ['the key is refused', { outcome: 'failed', cause: 'key-rejected' }],
    [
      'the customer’s project has a limit',
      { cause: 'rate-limit', evidence: { resource: 'project' } },
    ],
    ['a quota of the customer is used up', { id: 'C1', cause: 'quota-custom' }],
    ['the answer is one that nobody knows', { cause: 'unknown-answer' }],
    ['our clock is wrong', { cause: 'clock' }],
    ['the fault is ours', { cause: 'defect' }],
    ['only the list of keys is away', { id: 'B1', name: 'key-alive' }],
    ['only queries are, of an account that is signed in', { id: 'C2', name: 'may-run-jobs' }],
  ])('but not where %s', (_, check) => {
    expect(metOutage([checkOf(check)])).toBe(false);
  });
});
