import * as z from 'zod';

/** What Firestore's REST reference has of the calls that are known here; enums come as their numbers. */
const write = z.strictObject({
  update: z.object({ name: z.string(), fields: z.record(z.string(), z.unknown()) }).optional(),
  delete: z.string().optional(),
  currentDocument: z.strictObject({ exists: z.boolean() }).optional(),
});
const fieldFilter = z.strictObject({
  fieldFilter: z.strictObject({
    field: z.strictObject({ fieldPath: z.string() }),
    op: z.int(),
    value: z.unknown(),
  }),
});
const structuredQuery = z.strictObject({
  select: z.unknown().optional(),
  from: z.tuple([
    z.strictObject({ collectionId: z.string(), allDescendants: z.boolean().default(false) }),
  ]),
  where: z
    .union([
      fieldFilter,
      z.strictObject({
        compositeFilter: z.strictObject({ op: z.literal(1), filters: z.array(fieldFilter) }),
      }),
    ])
    .optional(),
  orderBy: z
    .array(
      z.strictObject({
        field: z.strictObject({ fieldPath: z.string() }),
        direction: z.union([z.literal(1), z.literal(2)]),
      }),
    )
    .default([]),
  startAt: z.unknown().optional(),
  endAt: z.unknown().optional(),
  limit: z.int().optional(),
});
const transaction = { transaction: z.string().optional(), newTransaction: z.unknown().optional() };

const bodies = {
  batchGet: z.strictObject({ documents: z.array(z.string()), ...transaction }),
  beginTransaction: z.strictObject({ options: z.unknown().optional() }),
  commit: z.strictObject({
    writes: z.array(write).default([]),
    transaction: z.string().optional(),
  }),
  rollback: z.strictObject({ transaction: z.string() }),
  runQuery: z.strictObject({ structuredQuery, ...transaction }),
  runAggregationQuery: z.strictObject({
    structuredAggregationQuery: z.strictObject({ structuredQuery, aggregations: z.unknown() }),
    ...transaction,
  }),
};
const asked = z.discriminatedUnion('rpc', [
  z.object({ rpc: z.literal('batchGet'), body: bodies.batchGet }),
  z.object({ rpc: z.literal('beginTransaction'), body: bodies.beginTransaction }),
  z.object({ rpc: z.literal('commit'), body: bodies.commit }),
  z.object({ rpc: z.literal('rollback'), body: bodies.rollback }),
  z.object({ rpc: z.literal('runQuery'), body: bodies.runQuery }),
  z.object({ rpc: z.literal('runAggregationQuery'), body: bodies.runAggregationQuery }),
]);

export type FirestoreRequest = z.infer<typeof asked>;
export type FirestoreWrite = z.infer<typeof write>;
export type StructuredQuery = z.infer<typeof structuredQuery>;

/** Strictly: a call, or a part of one, that is not known here has permissions and indexes that nobody has thought of. */
export function readRequest(url: URL, body: string): FirestoreRequest {
  const rpc = url.pathname.split(':').at(-1);
  return asked.parse({ rpc, body: JSON.parse(body) as unknown });
}
