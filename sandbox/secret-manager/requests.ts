import * as z from 'zod';
import { invalidArgument } from '../rpc/google-status.ts';

/** Requests in the JSON of the REST reference; over gRPC they are brought into it first. */
const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const words = z.record(z.string(), z.string());

const customerManagedEncryption = z.object({ kmsKeyName: z.string().min(1) }).optional();
const replication = z.union([
  z.object({ automatic: z.object({ customerManagedEncryption }) }),
  z.object({
    userManaged: z.object({
      replicas: z
        .array(z.object({ location: z.string().min(1), customerManagedEncryption }))
        .min(1),
    }),
  }),
]);
export type Replication = z.infer<typeof replication>;

const secret = z.object({
  name: z.string().optional(),
  replication: replication.optional(),
  labels: words.default({}),
  annotations: words.default({}),
  versionAliases: z.record(z.string(), z.coerce.string()).default({}),
  expireTime: moment.optional(),
  ttl: z
    .string()
    .regex(/^\d+(?:\.\d{1,9})?s$/)
    .transform((text) => Number.parseFloat(text) * 1000)
    .optional(),
  etag: z.string().optional(),
});
export type SecretAsked = z.infer<typeof secret>;

const page = { pageSize: z.coerce.number().int().optional(), pageToken: z.string().optional() };
export const requests = {
  createSecret: z.object({ parent: z.string(), secretId: z.string(), secret }),
  updateSecret: z.object({ secret, updateMask: z.string() }),
  named: z.object({ name: z.string(), etag: z.string().optional() }),
  list: z.object({ parent: z.string(), ...page }),
  addSecretVersion: z.object({
    parent: z.string(),
    payload: z.object({ data: z.base64().default(''), dataCrc32c: z.coerce.string().optional() }),
  }),
};

export function read<Shape>(schema: z.ZodType<Shape>, request: unknown): Shape {
  const parsed = schema.safeParse(request);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalidArgument(`Invalid value at '${issue?.path.join('.') ?? ''}'.`);
}
