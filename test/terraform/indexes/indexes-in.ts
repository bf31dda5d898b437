import * as z from 'zod';
import type { Order } from '../../support/firestore/needed-index.ts';
import type { Plan } from '../mocked-plan.ts';

const order = z.enum(['ASCENDING', 'DESCENDING']);
const scope = z.enum(['COLLECTION', 'COLLECTION_GROUP']);
const composite = z.object({
  collection: z.string(),
  database: z.string(),
  query_scope: scope,
  fields: z.array(z.object({ field_path: z.string(), order })),
});
const field = z.object({
  collection: z.string(),
  database: z.string(),
  field: z.string(),
  index_config: z
    .array(z.object({ indexes: z.array(z.object({ order, query_scope: scope })) }))
    .max(1),
  ttl_config: z.array(z.object({})).max(1),
});

export interface Composite {
  address: string;
  database: string;
  collection: string;
  scope: z.infer<typeof scope>;
  fields: { path: string; order: Order }[];
}

/** What differs of a field from what Firestore does with every field by itself. */
export interface FieldSetting {
  address: string;
  database: string;
  collection: string;
  path: string;
  /** These indexes and no others; undefined where Firestore's own are kept. */
  indexes?: { order: Order; scope: z.infer<typeof scope> }[];
  ends: boolean;
}

export function compositesIn(plan: Plan): Composite[] {
  return planned(plan, 'google_firestore_index').map(({ address, after }) => {
    const { query_scope: within, fields, ...place } = composite.parse(after);
    const paths = fields.map((each) => ({ path: each.field_path, order: each.order }));
    return { address, ...place, scope: within, fields: paths };
  });
}

export function fieldSettingsIn(plan: Plan): FieldSetting[] {
  return planned(plan, 'google_firestore_field').map(({ address, after }) => {
    const { field: path, index_config: configured, ttl_config: ttl, ...place } = field.parse(after);
    const indexes = configured[0]?.indexes.map((each) => ({
      order: each.order,
      scope: each.query_scope,
    }));
    return { address, ...place, path, ends: ttl.length > 0, ...(indexes && { indexes }) };
  });
}

function planned(plan: Plan, wanted: string) {
  const changes = plan.resource_changes.filter(({ type }) => type === wanted);
  return changes.map(({ address, change }) => ({ address, after: change.after }));
}
