import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { withEverything } from '../support/functions-over-sandbox.ts';
import answers from '../validation/errors.json' with { type: 'json' };

/** Nothing hangs here: what a busy machine takes for an answer is no fault of it. */
const callMs = 10_000;

const over = withEverything(callMs);

const known = z.array(
  z.object({
    id: z.string(),
    operation: z.string(),
    httpStatus: z.int(),
    body: z.unknown(),
    bodyIsText: z.boolean().optional(),
    outcome: z.string(),
    missingPermission: z.string().nullable(),
    rightRole: z.string().nullable(),
    onWhat: z.string().nullable(),
  }),
);
const check = z.object({
  id: z.string(),
  outcome: z.string(),
  evidence: z.record(z.string(), z.unknown()).optional(),
});

/** Which checks tell of an operation that was refused. */
const telling: Record<string, string[]> = {
  token: ['B2'],
  'datasets.list': ['C1'],
  'datasets.get': ['E1'],
  'tables.list': ['E3'],
  'tables.get': ['D2'],
  'jobs.insert.dryRun': ['C2'],
  'jobs.insert': ['C2'],
  'jobs.query': ['C2'],
  'jobs.get': ['C2'],
  load: ['E4', 'E2'],
  'tabledata.list': ['E4'],
};

/** Where the report is right to say something else than the entry does. */
const misses: Record<string, string> = {};

describe('an answer that somebody met, met by a validation', () => {
  test.each(known.parse(answers))('$id', async ({ id, operation: named, ...answer }) => {
    const operation = named.replace(/ .*/, '');
    await over.fault({ operation, status: answer.httpStatus, body: answer.body });
    const { status, json } = await over.validate();
    expect(status).toBe(200);
    const checks = z.array(check).parse(json.checks);
    const told = telling[operation]
      ?.map((name) => checks.find((each) => each.id === name))
      .find((each) => each && each.outcome !== 'passed' && each.outcome !== 'skipped');
    const { missingPermission = null, role = null, resource = null } = told?.evidence ?? {};
    const right = {
      outcome: answer.outcome,
      missingPermission: answer.missingPermission,
      role: answer.rightRole,
      resource: answer.onWhat,
    };
    const said = { outcome: told?.outcome, missingPermission, role, resource };
    if (id in misses) expect(said).not.toEqual(right);
    else expect(said).toEqual(right);
  });

  test('is told rightly in at least 95 % of all', () => {
    expect(Object.keys(misses).length / answers.length).toBeLessThanOrEqual(0.05);
  });
});
