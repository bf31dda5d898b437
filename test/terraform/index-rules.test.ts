import { describe, expect, test } from 'vitest';
import { neededIndex } from '../support/firestore/needed-index.ts';
import type { StructuredQuery } from '../support/firestore/read-request.ts';
import type { Composite, FieldSetting } from './indexes/indexes-in.ts';
import { type Indexes, servedBy } from './indexes/serves.ts';

type Part = Partial<StructuredQuery>;
const equal = 5;
const lessThan = 1;

const all = (...filters: [path: string, op: number][]): Part => {
  const each = filters.map(([fieldPath, op]) => ({
    fieldFilter: { field: { fieldPath }, op, value: {} },
  }));
  return { where: { compositeFilter: { op: 1, filters: each } } };
};
const by = (...orders: [path: string, direction: 1 | 2][]): Part => ({
  orderBy: orders.map(([fieldPath, direction]) => ({ field: { fieldPath }, direction })),
});
const everywhere: Part = { from: [{ collectionId: 'things', allDescendants: true }] };

const composite = (scope: Composite['scope'], ...fields: string[]): Indexes => {
  const parts = fields.map((field) => {
    const [path = '', order] = field.split(' ');
    return { path, order: order === 'desc' ? ('DESCENDING' as const) : ('ASCENDING' as const) };
  });
  const place = { address: 'theirs', database: 'one', collection: 'things' };
  return { composites: [{ ...place, scope, fields: parts }], settings: [] };
};
const setting = (path: string, indexes: FieldSetting['indexes'], ends = false): Indexes => {
  const place = { address: 'theirs', database: 'one', collection: 'things', path, ends };
  return { composites: [], settings: [{ ...place, ...(indexes && { indexes }) }] };
};
const none: Indexes = { composites: [], settings: [] };
const up = 'ASCENDING' as const;
const group = 'COLLECTION_GROUP' as const;
const own = 'COLLECTION' as const;

const cases: [title: string, query: Part[], indexes: Indexes, servedBy: string | undefined][] = [
  ['one field, equal', [all(['a', equal])], none, 'automatic'],
  ['one field, in a range', [all(['a', lessThan])], none, 'automatic'],
  ['one field, in an order', [by(['a', 2])], none, 'automatic'],
  ['one field, and names the same way', [by(['a', 2], ['__name__', 2])], none, 'automatic'],
  ['one field, and names the other way', [by(['a', 1], ['__name__', 2])], none, undefined],
  ['one field, over all workspaces', [everywhere, by(['a', 1])], none, undefined],
  [
    'one field, which its setting has',
    [everywhere, by(['a', 1])],
    setting('a', [{ order: up, scope: group }]),
    `theirs ${group} ${up}`,
  ],
  [
    'one field, the other way than its setting has',
    [everywhere, by(['a', 2])],
    setting('a', [{ order: up, scope: group }]),
    undefined,
  ],
  [
    'one field, in its own collection, which its setting left out',
    [by(['a', 1])],
    setting('a', [{ order: up, scope: group }]),
    undefined,
  ],
  [
    'one field, which its setting has there',
    [by(['a', 1])],
    setting('a', [{ order: up, scope: own }]),
    `theirs ${own} ${up}`,
  ],
  [
    'one field, whose setting is of its end alone',
    [by(['a', 1])],
    setting('a', undefined, true),
    'automatic',
  ],
  ['one field, of which no index is kept', [all(['a', equal])], setting('a', []), undefined],
  [
    'what is in a map of which no index is kept',
    [all(['a.b.c', equal])],
    setting('a', []),
    undefined,
  ],
  ['what only begins like it', [all(['ab', equal])], setting('a', []), 'automatic'],
  ['two fields, equal', [all(['a', equal], ['b', equal])], none, undefined],
  [
    'two fields, equal, in whichever order of the index',
    [all(['b', equal], ['a', equal])],
    composite(own, 'a', 'b'),
    'theirs',
  ],
  [
    'two fields, equal, where a third follows',
    [all(['a', equal], ['b', equal])],
    composite(own, 'a', 'b', 'c'),
    undefined,
  ],
  [
    'two fields, equal, where names go down',
    [all(['a', equal], ['b', equal])],
    composite(own, 'a', 'b desc'),
    undefined,
  ],
  [
    'equal and in an order',
    [all(['a', equal]), by(['b', 2])],
    composite(own, 'a', 'b desc'),
    'theirs',
  ],
  [
    'equal and in the other order',
    [all(['a', equal]), by(['b', 1])],
    composite(own, 'a', 'b desc'),
    undefined,
  ],
  [
    'equal and in an order, with names the other way',
    [all(['a', equal]), by(['b', 2], ['__name__', 1])],
    composite(own, 'a', 'b desc'),
    undefined,
  ],
  [
    'the same, where the index says so',
    [all(['a', equal]), by(['b', 2], ['__name__', 1])],
    composite(own, 'a', 'b desc', '__name__'),
    'theirs',
  ],
  [
    'equal and in a range',
    [all(['a', equal], ['b', lessThan])],
    composite(own, 'a', 'b'),
    'theirs',
  ],
  [
    'a range and equal, the wrong way round in the index',
    [all(['a', equal], ['b', lessThan])],
    composite(own, 'b', 'a'),
    undefined,
  ],
  [
    'over all workspaces, by an index of one',
    [everywhere, all(['a', equal]), by(['b', 2])],
    composite(own, 'a', 'b desc'),
    undefined,
  ],
  [
    'of one collection, by an index of all',
    [all(['a', equal]), by(['b', 2])],
    composite(group, 'a', 'b desc'),
    undefined,
  ],
  [
    'with more than the index',
    [all(['a', equal], ['c', equal]), by(['b', 2])],
    composite(own, 'a', 'b desc'),
    undefined,
  ],
];

describe('the index of a query', () => {
  test.each(cases)('%s', (_title, parts, indexes, expected) => {
    const from: StructuredQuery['from'] = [{ collectionId: 'things', allDescendants: false }];

    const needed = neededIndex(Object.assign({ from, orderBy: [] }, ...parts) as StructuredQuery);

    expect(servedBy(needed, indexes)).toBe(expected);
  });

  test.each([
    ['a member of a list', all(['a', 7])],
    ['one of several', all(['a', 8])],
    ['two ranges', all(['a', lessThan], ['b', lessThan])],
    ['a range, and another order first', { ...all(['a', lessThan]), ...by(['b', 1]) }],
  ])('is not guessed: %s', (_title, part) => {
    const from: StructuredQuery['from'] = [{ collectionId: 'things', allDescendants: false }];

    expect(() => neededIndex({ from, orderBy: [], ...part })).toThrow();
  });
});
