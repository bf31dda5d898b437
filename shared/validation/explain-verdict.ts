import type { Asked } from './asked.ts';
import type { Finding } from './finding.ts';
import type { Verdict } from './refusals/verdict.ts';
import { remedyFor } from './remedies/remedy-for.ts';
import { sentenceOf } from './sentences.ts';

/** A verdict as a check's finding: in our own words, with the remedy that works. */
export function explainVerdict(verdict: Verdict, asked: Asked): Finding {
  const { cause, outcome, permission, role, on } = verdict;
  const evidence = {
    ...(permission !== undefined && { missingPermission: permission }),
    ...(role !== undefined && { role }),
    ...(on !== undefined && { resource: on }),
    ...verdict.evidence,
  };
  return {
    outcome,
    cause,
    detail: sentenceOf(verdict, asked),
    remedy: remedyFor(verdict, asked),
    ...(Object.keys(evidence).length > 0 && { evidence }),
  };
}
