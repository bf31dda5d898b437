import { describe, expect, test } from 'vitest';
import { explainVerdict } from '../../shared/validation/explain-verdict.ts';
import { skeletonOf } from '../../shared/validation/refusals/fingerprint.ts';
import { http } from './known-answers.ts';

const asked = {
  ...{ clientEmail: 'reader@acme-analytics.iam.gserviceaccount.com', keyProject: 'acme-analytics' },
  ...{ jobProject: 'acme-analytics', project: 'acme-analytics', dataset: 'crm', table: 'contacts' },
  what: 'table acme-analytics.crm.contacts',
};
const body = (message: string, reason: string, more: object = {}) => ({
  error: { code: 403, message, errors: [{ domain: 'global', message, reason }], ...more },
});
/** Invented: nobody has seen it yet. */
const told = (project: string, dataset: string, table: string, account: string, number: string) =>
  body(
    `Table ${project}:${dataset}.${table}: ${account} went over the moon of project ${project}, see '${dataset}' (${number}).`,
    'moonExceeded',
  );
const atAcme = told('acme-analytics', 'crm', 'contacts', 'reader@acme.example', '42');
const elsewhere = told('example.com:warehouse', 'Vertrieb', 'Kunden 顧客', 'bi@other.example', '7');

describe('an answer that nobody has seen', () => {
  test('is inconclusive, whatever its HTTP status, and shows the code that Google gave', () => {
    const verdict = http('tables.get', 403, atAcme);

    expect(verdict).toEqual({
      ...{ cause: 'unknown-answer', outcome: 'inconclusive', who: 'google' },
      evidence: {
        googleCode: 'moonExceeded',
        httpStatus: '403',
        fingerprint: expect.stringMatching(/^[0-9a-f]{12}$/) as string,
      },
    });
  });

  test('has a fingerprint that is the same at any customer', () => {
    const [here, there] = [atAcme, elsewhere].map((said) => http('tables.get', 403, said).evidence);
    expect(here).toEqual(there);
  });

  test.each([
    ['another operation', http('tables.list', 403, atAcme)],
    ['another status', http('tables.get', 400, atAcme)],
    ['another reason', http('tables.get', 403, body('Went over the moon.', 'sunExceeded'))],
    ['another sentence', http('tables.get', 403, body('Went under the moon.', 'moonExceeded'))],
  ])('and another one for %s', (_, { evidence }) => {
    const { evidence: of } = http('tables.get', 403, atAcme);
    expect(evidence?.fingerprint).toMatch(/^[0-9a-f]{12}$/);
    expect(evidence?.fingerprint).not.toBe(of?.fingerprint);
  });

  test('shows no code that is more than a code', () => {
    for (const reason of [
      'reader@acme.example',
      'a b',
      '<b>',
      `a${'b'.repeat(64)}`,
      '4',
      'a\u202eb',
    ]) {
      const { evidence } = http('tables.get', 418, body('Over the moon.', reason));
      expect(Object.keys(evidence ?? {})).toEqual(['httpStatus', 'fingerprint']);
    }
  });

  test('shows the code of its details where it has no other', () => {
    const details = [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'MOON_GONE' }];
    const { evidence } = http('tables.get', 418, { error: { code: 418, message: 'No.', details } });
    expect(evidence).toMatchObject({ googleCode: 'MOON_GONE', httpStatus: '418' });
  });

  test('is told honestly, with what support asks for', () => {
    const { detail, remedy, evidence } = explainVerdict(http('tables.get', 403, atAcme), asked);
    expect(detail).toBe(
      `Google said no in a way that we do not know yet (its code: moonExceeded; for our support: ${String(evidence?.fingerprint)}). We have noted it. Try again in a few minutes.`,
    );
    expect(remedy).toBeUndefined();
  });

  test('that is a denial all the same fails, and names no role that might be wrong', () => {
    const verdict = http('tables.get', 403, body('Over the moon.', 'accessDenied'));
    expect(verdict).toMatchObject({
      ...{ cause: 'access-denied', outcome: 'failed', who: 'customer' },
      evidence: { googleCode: 'accessDenied', httpStatus: '403' },
    });
    expect(verdict.role).toBeUndefined();
  });

  test('under a query names nothing that whoever wrote the view could choose', () => {
    const one = http('jobs.query', 400, body('Over the moon.', 'invalidQuery'));
    const other = http('jobs.query', 400, body('Invalid JWT Signature.', 'invalidQuery'));
    expect(one).toEqual(other);
  });
});

describe('what a fingerprint is taken of', () => {
  test.each([
    [
      'Access Denied: Dataset acme:crm: Permission foo.bar.baz denied',
      'access denied dataset permission denied',
    ],
    [
      'User reader@acme.example lacks bigquery.tables.getData on acme:crm.contacts',
      'user lacks bigquery.tables.getData on',
    ],
    ["Bucket crm said 'no to crm' 12 times at 10.0.0.1, job job_Q1w2", 'bucket said times at job'],
    [
      'the project contacts, the table `a.b` and the role acme',
      'the project the table and the role acme',
    ],
    ['顧客 Übersicht x_y K2 -', ''],
  ])('%s', (message, skeleton) => {
    expect(skeletonOf(message)).toBe(skeleton);
  });
});
