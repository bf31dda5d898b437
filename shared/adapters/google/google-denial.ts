import * as z from 'zod';
import { PermissionDenied } from '../../problems/permission-denied.ts';

const metadata = z.record(z.string(), z.unknown()).optional().catch(undefined);
const info = z.object({ reason: z.string(), metadata });
const thrown = z.object({
  message: z.string().catch(''),
  reason: z.unknown().optional(),
  errorInfoMetadata: metadata,
  details: z.array(z.unknown()).catch([]),
});

/** As they are named: other text of Google's is not taken over, because this is logged. */
const permissionName = /^[a-zA-Z]+(?:\.[a-zA-Z]+){1,4}$/;
const resourceName = /^[\w./:-]{1,512}$/;
const reasonName = /^[A-Z_]{1,63}$/;
const sentence = /Permission '([^']*)' denied (?:for|on) resource '?([^' ]*)/;

/**
 * What Google denied: by google.rpc.ErrorInfo, else by its sentence, else what was needed for the call. The two can
 * differ: a secret under a customer's KMS key needs that key too.
 */
export function googleDenial(
  error: unknown,
  needed: { permission: string; resource: string },
): PermissionDenied {
  const { data } = thrown.safeParse(error);
  const detail = data?.details.map((each) => info.safeParse(each).data).find(Boolean);
  const told = data?.errorInfoMetadata ?? detail?.metadata ?? {};
  const [, permission, resource] = sentence.exec(data?.message ?? '') ?? [];
  return new PermissionDenied(
    firstOf(permissionName, [told.permission, permission]) ?? needed.permission,
    firstOf(resourceName, [told.resource, resource]) ?? needed.resource,
    firstOf(reasonName, [data?.reason, detail?.reason]),
  );
}

function firstOf(pattern: RegExp, candidates: unknown[]): string | undefined {
  return candidates.find((each) => typeof each === 'string' && pattern.test(each)) as
    string | undefined;
}
