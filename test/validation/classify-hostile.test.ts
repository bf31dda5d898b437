import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Operation } from '../../shared/ports/answer.ts';
import { explainVerdict } from '../../shared/validation/explain-verdict.ts';
import { deeplyNested, hostileBody, tediousTexts } from './hostile-answers.ts';
import { firstAnswers, http, moreAnswers } from './known-answers.ts';

const operations: Operation[] = [
  'token',
  'certificates',
  'datasets.list',
  'tables.get',
  'jobs.query',
];
const asked = {
  ...{ clientEmail: 'reader@acme-analytics.iam.gserviceaccount.com', keyProject: 'acme-analytics' },
  ...{ jobProject: 'acme-analytics', project: 'acme-analytics', dataset: 'crm', table: 'contacts' },
  what: 'table acme-analytics.crm.contacts',
};

/** The least of some: what else the process does meanwhile, as collecting garbage, counts with it. */
function cpuMilliseconds(work: () => void): number {
  const spent = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...spent);
}

describe('an answer that nobody sends in good faith', () => {
  test('has a verdict with a sentence, and what it shows is a code', () => {
    const anyStatus = fc.oneof(
      fc.constantFrom(200, 400, 401, 403, 404, 409, 429, 500),
      fc.integer(),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...operations),
        anyStatus,
        hostileBody,
        (operation, status, body) => {
          const verdict = http(operation, status, body);
          const { detail, evidence } = explainVerdict(verdict, asked);

          expect(verdict.outcome).toMatch(/^(?:failed|warning|inconclusive)$/);
          expect(verdict.cause).toMatch(/^[a-z\d]+(?:[-.][A-Za-z\d]+)*$/);
          expect(detail).toMatch(/^[\p{L}\p{P}\p{N} ]{10,400}$/u);
          expect(detail).not.toContain('undefined');
          const { resource: _, ...ofGoogle } = evidence ?? {};
          for (const shown of Object.values(ofGoogle)) expect(shown).toMatch(/^-?[\w./-]{1,200}$/);
        },
      ),
      { numRuns: 1000 },
    );
  });

  const useless = [undefined, null, '', [], {}, 0, deeplyNested(1000), 'x'.repeat(10_000_000)];
  test.each(useless.map((body) => ({ body })))('of no use at all is no guess', ({ body }) => {
    expect(http('tables.get', 418, body).cause).toBe('unknown-answer');
  });

  test('takes no longer than other work between two requests', () => {
    for (const message of tediousTexts) {
      const body = { error: { code: 403, message, errors: [{ message, reason: 'forbidden' }] } };
      expect(
        cpuMilliseconds(() => http('jobs.query', 403, body)),
        message.slice(0, 60),
      ).toBeLessThan(100);
    }
  });

  test('no more than any other makes the usual one slow', () => {
    const known = [...firstAnswers, ...moreAnswers];
    const spent = cpuMilliseconds(() => {
      for (const { operation, httpStatus, body } of known) http(operation, httpStatus, body);
    });
    expect(spent / known.length).toBeLessThan(1);
  });
});
