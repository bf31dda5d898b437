import { globSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Operation } from '../../shared/ports/answer.ts';
import { classify } from '../../shared/validation/refusals/classify.ts';
import type { Verdict } from '../../shared/validation/refusals/verdict.ts';

const answer = z.object({
  id: z.string(),
  cause: z.string(),
  source: z.string().min(1),
  operation: z.string(),
  httpStatus: z.int(),
  body: z.unknown(),
  rebuilt: z.boolean().optional(),
  outcome: z.enum(['failed', 'warning', 'inconclusive']),
  missingPermission: z.string().nullable(),
  rightRole: z.string().nullable(),
  onWhat: z.string().nullable(),
  who: z.enum(['customer', 'operator', 'google']),
});
export type KnownAnswer = z.infer<typeof answer>;

const folder = 'test/validation';
const read = (file: string) => z.array(answer).parse(JSON.parse(readFileSync(file, 'utf8')));

/**
 * Answers that people posted, file by file; the first file's are the oldest. Those in `blind-*` had their labels before the
 * classifier met them: what it then missed (2 of 24, 2 of 21, 3 of 20, 0 of 15) tells how well it does with what is in no file.
 */
export const firstAnswers = read(`${folder}/errors.json`);
export const moreAnswers = globSync(`${folder}/answers/*.json`).sort().flatMap(read);

export const http = (operation: string, httpStatus: number, body: unknown): Verdict =>
  classify({
    kind: 'http',
    operation: operation.replace(/ .*/, '') as Operation,
    httpStatus,
    body,
  });

/** What somebody who acts on a verdict needs of it. */
export const actedOn = ({ cause, outcome, permission, role, on }: Verdict) => ({
  cause,
  outcome,
  missingPermission: permission ?? null,
  rightRole: role ?? null,
  onWhat: on ?? null,
});
