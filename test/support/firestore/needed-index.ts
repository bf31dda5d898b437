import type { StructuredQuery } from './read-request.ts';

export type Order = 'ASCENDING' | 'DESCENDING';

/** Which index serves a query (https://firebase.google.com/docs/firestore/query-data/index-overview). */
export interface NeededIndex {
  collection: string;
  scope: 'COLLECTION' | 'COLLECTION_GROUP';
  /** They come first in the index, in whichever order. */
  equal: string[];
  /** Then these, just so. */
  ordered: { path: string; order: Order }[];
  /** In which order documents of one place in the index follow each other. */
  byName: Order;
}

/** For whoever has to write it down in Terraform. */
export function inWords({ collection, scope, equal, ordered, byName }: NeededIndex): string {
  const parts = [...equal, ...ordered.map(({ path, order }) => `${path} ${order}`)];
  return `${collection} ${scope}: ${[...parts, `__name__ ${byName}`].join(', ')}`;
}

/** By their numbers in google.firestore.v1.StructuredQuery.FieldFilter.Operator. */
const equality = 5;
const ranges = new Set([1, 2, 3, 4]);
const orders = { 1: 'ASCENDING', 2: 'DESCENDING' } as const;

export function neededIndex({ from, where, orderBy }: StructuredQuery): NeededIndex {
  const [{ collectionId: collection, allDescendants }] = from;
  const filters = filtersOf(where);
  const equal = filters.filter(({ op }) => op === equality).map(({ path }) => path);
  const ranged = filters.filter(({ op }) => ranges.has(op)).map(({ path }) => path);
  const [range, ...others] = new Set(ranged);
  if (others.length > 0 || equal.length + ranged.length < filters.length)
    throw new Error(
      'Nobody here knows the index of such a filter: think of it, and tell this file.',
    );
  const asked = orderBy.map(({ field, direction }) => ({
    path: field.fieldPath,
    order: orders[direction],
  }));
  const told = asked.filter(({ path }) => path !== name);
  const implied: Order = 'ASCENDING'; // what has a range and no order comes in the order of its field
  const ordered = told.length > 0 || range === undefined ? told : [{ path: range, order: implied }];
  if (range !== undefined && ordered[0]?.path !== range)
    throw new Error(`A range of ${range} is ordered by something else first.`);
  return {
    collection,
    scope: allDescendants ? 'COLLECTION_GROUP' : 'COLLECTION',
    equal: [...new Set(equal)].toSorted(),
    ordered,
    byName: asked.find(({ path }) => path === name)?.order ?? ordered.at(-1)?.order ?? implied,
  };
}

const name = '__name__';

function filtersOf(where: StructuredQuery['where']): { path: string; op: number }[] {
  if (!where) return [];
  const filters = 'fieldFilter' in where ? [where] : where.compositeFilter.filters;
  return filters.map(({ fieldFilter }) => ({
    path: fieldFilter.field.fieldPath,
    op: fieldFilter.op,
  }));
}
