import { describe, expect, test } from 'vitest';
import { withEverything } from '../support/functions-over-sandbox.ts';

/** Long enough for every usual answer of the stand-in on a busy machine. In the product a call may take ten seconds. */
const callMs = 3_000;

const over = withEverything(callMs);

interface Check {
  id: string;
  outcome: string;
  detail: string;
  cause?: string;
}

/**
 * Which checks an operation's answers decide, and what they come to where Google denies (403) or knows of no such thing
 * (404): the two that may be the customer's to mend. All other faults are Google's or ours.
 */
const decides: Record<string, { checks: string[]; 403: string[]; 404: string[] }> = {
  token: { checks: ['B2'], 403: ['B2 inconclusive'], 404: ['B2 inconclusive'] },
  certificates: { checks: ['B1'], 403: ['B1 inconclusive'], 404: ['B1 failed'] },
  'datasets.list': { checks: ['C1'], 403: ['C1 failed'], 404: ['C1 failed'] },
  // Who sees the table, or writes, need not see the dataset.
  'datasets.get': { checks: ['D1', 'E1'], 403: [], 404: ['D1 failed', 'E1 failed'] },
  'tables.list': { checks: ['E3'], 403: ['E3 failed'], 404: ['E3 failed'] },
  'tables.get': { checks: ['D2', 'E3'], 403: ['D2 failed', 'E3 failed'], 404: ['D2 failed'] },
  'jobs.insert.dryRun': { checks: ['C2'], 403: ['C2 failed'], 404: ['C2 inconclusive'] },
  'jobs.insert': { checks: ['C2'], 403: ['C2 failed'], 404: ['C2 inconclusive'] },
  'jobs.get': { checks: ['C2'], 403: ['C2 failed'], 404: ['C2 inconclusive'] },
  'tabledata.list': { checks: ['E4'], 403: ['E4 failed'], 404: ['E4 inconclusive'] },
  // Beside the load, which makes the table where this does not.
  'tables.insert': { checks: [], 403: [], 404: [] },
  load: { checks: ['E4'], 403: ['E4 failed'], 404: ['E4 failed'] },
  'tables.delete': { checks: ['E4'], 403: ['E4 warning'], 404: [] },
  // Only a hint is asked for; where it is not given, nothing is known against the key.
  testIamPermissions: { checks: ['C3'], 403: [], 404: [] },
};
const operations = Object.keys(decides);

const reasons: Record<number, string> = { 403: 'accessDenied', 404: 'notFound' };
const refused = (code: number) => {
  const reason = reasons[code] ?? 'asTold';
  return { error: { code, message: 'as told', errors: [{ reason, message: 'as told' }] } };
};
const unreadable = {
  'an HTML body': '<!doctype html><title>Sorry</title>',
  'an empty body': '',
  'truncated JSON': '{"kind": "bigquery#',
  'ten megabytes': JSON.stringify('x'.repeat(10_000_000)),
};

/**
 * What is amiss and was not merely left out, as `D2 inconclusive`. Asked until it is right: what an answer causes it causes
 * each time, and what a busy machine does it does once.
 */
async function told(): Promise<string[]> {
  const { status, json } = await over.validate();
  const checks = json.checks as Check[];
  expect({ status, checks: checks.length }).toEqual({ status: 200, checks: 19 });
  expect(checks.every(({ outcome, detail }) => outcome !== '' && detail !== '')).toBe(true);
  expect(JSON.stringify(json)).not.toMatch(/as told|doctype|x{9}/);
  expect(Number(json.durationMs)).toBeLessThan(25_000);
  return checks
    .filter(({ outcome }) => outcome !== 'passed' && outcome !== 'skipped')
    .map(({ id, outcome }) => `${id} ${outcome}`);
}

const undecided = (operation: string) =>
  (decides[operation]?.checks ?? []).map((id) => `${id} inconclusive`);

describe.each(operations)('%s answers', (operation) => {
  test.each([400, 401, 409, 412, 429, 500, 502, 503])('%i: ask again', async (status) => {
    await over.fault({ operation, status, body: refused(status) });
    await expect.poll(told).toEqual(undecided(operation));
  });

  test.each([403, 404] as const)('%i: what that means there', async (status) => {
    await over.fault({ operation, status, body: refused(status) });
    await expect.poll(told).toEqual(decides[operation]?.[status]);
  });

  test.each(Object.keys(unreadable) as (keyof typeof unreadable)[])(
    '%s: ask again',
    async (kind) => {
      await over.fault({ operation, status: 200, body: unreadable[kind] });
      // Of a deletion nothing but the status is read.
      await expect.poll(told).toEqual(operation === 'tables.delete' ? [] : undecided(operation));
    },
  );

  test.each(['reset', 'hang', 'drip'])('%s: ask again', async (status) => {
    await over.fault({ operation, status });
    await expect.poll(told).toEqual(undecided(operation));
  });
});
