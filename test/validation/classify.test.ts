import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Operation } from '../../shared/ports/answer.ts';
import { classify } from '../../shared/validation/refusals/classify.ts';
import answers from './errors.json' with { type: 'json' };

const seen = z.array(
  z.object({
    id: z.string(),
    cause: z.string(),
    operation: z.string(),
    httpStatus: z.int(),
    body: z.unknown(),
    outcome: z.string(),
    missingPermission: z.string().nullable(),
    rightRole: z.string().nullable(),
    onWhat: z.string().nullable(),
    who: z.string(),
  }),
);

const http = (operation: string, httpStatus: number, body: unknown) =>
  classify({ kind: 'http', operation: operation as Operation, httpStatus, body });

describe('an answer of Google that somebody met', () => {
  test.each(seen.parse(answers))('$id', ({ operation, httpStatus, body, ...expected }) => {
    const verdict = http(operation.replace(/ .*/, ''), httpStatus, body);

    expect({
      outcome: verdict.outcome,
      missingPermission: verdict.permission ?? null,
      rightRole: verdict.role ?? null,
      onWhat: verdict.on ?? null,
    }).toEqual({
      outcome: expected.outcome,
      missingPermission: expected.missingPermission,
      rightRole: expected.rightRole,
      onWhat: expected.onWhat,
    });
    expect({ cause: verdict.cause }).toEqual({ cause: expected.cause });
  });
});
