import { describe, expect, test } from 'vitest';
import { actedOn, firstAnswers, http, moreAnswers } from './known-answers.ts';
import { variations } from './vary-answer.ts';

const answers = [...firstAnswers, ...moreAnswers];

describe.each(Object.entries(variations))('with %s', (_, vary) => {
  const varied = answers
    .map((answer) => ({ ...answer, changed: vary(answer) }))
    .filter(({ body, changed }) => JSON.stringify(body) !== JSON.stringify(changed));

  test('some answers do differ', () => {
    expect(varied.length).toBeGreaterThan(10);
  });

  test.each(varied)('$id means the same', ({ operation, httpStatus, body, changed }) => {
    const [before, after] = [body, changed].map((said) => http(operation, httpStatus, said));

    expect(after && actedOn(after)).toEqual(before && actedOn(before));
    expect(after?.who).toBe(before?.who);
    expect(after?.named === undefined).toBe(before?.named === undefined);
  });
});
