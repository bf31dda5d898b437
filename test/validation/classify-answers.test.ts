import { describe, expect, test } from 'vitest';
import { actedOn, firstAnswers, http, moreAnswers } from './known-answers.ts';

describe('an answer of Google from elsewhere', () => {
  test.each(moreAnswers)('$id', ({ operation, httpStatus, body, ...expected }) => {
    const verdict = http(operation, httpStatus, body);

    expect({ ...actedOn(verdict), who: verdict.who }).toEqual({
      cause: expected.cause,
      outcome: expected.outcome,
      missingPermission: expected.missingPermission,
      rightRole: expected.rightRole,
      onWhat: expected.onWhat,
      who: expected.who,
    });
  });

  test('is told once, under an id of its own', () => {
    const ids = [...firstAnswers, ...moreAnswers].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
