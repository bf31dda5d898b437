import { expect, test } from 'vitest';
import { masked, readMask } from '../../sandbox/http/field-mask.ts';

const answer = {
  kind: 'k',
  a: { b: 1, c: { d: 2, e: 3 } },
  list: [{ x: 1, y: 2 }, { x: 3 }],
};

test.each([
  ['kind', { kind: 'k' }],
  ['kind,a/b', { kind: 'k', a: { b: 1 } }],
  ['a(b,c/d)', { a: { b: 1, c: { d: 2 } } }],
  ['a/b,a/c/e', { a: { b: 1, c: { e: 3 } } }],
  ['list/x', { list: [{ x: 1 }, { x: 3 }] }],
  ['list(y)', { list: [{ y: 2 }, {}] }],
  ['*/b', { kind: 'k', a: { b: 1 }, list: [{}, {}] }],
  ['nothing', {}],
])('of %s this is left', (fields, left) => {
  expect(masked(answer, readMask(fields) ?? true)).toEqual(left);
});

test.each(['', 'a(', 'a)', 'a,,b', '/a', 'a/', 'a(b', 'a;b', ',', 'a()'])(
  '“%s” cannot be read',
  (fields) => {
    expect(readMask(fields)).toBeUndefined();
  },
);
