import type * as z from 'zod';
import { connectorId, keyId } from './identifiers.ts';

/** A key is named by itself, or by the connector that it serves: by exactly one of the two. */
export const keyReference = { keyId: keyId.optional(), connectorId: connectorId.optional() };

export function requireOneReference(
  request: { keyId?: unknown; connectorId?: unknown },
  context: z.core.$RefinementCtx,
): void {
  const refuse = (field: string, message: string) => {
    context.addIssue({ code: 'custom', path: [field], message });
  };
  if (request.keyId === undefined && request.connectorId === undefined) {
    refuse('keyId', 'is missing; give either keyId or connectorId');
  }
  if (request.keyId !== undefined && request.connectorId !== undefined) {
    refuse('connectorId', 'must not be given together with keyId');
  }
}
