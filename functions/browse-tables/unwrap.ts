import type { Answer } from '../../shared/ports/answer.ts';
import { Problem } from '../../shared/problems/problem.ts';
import type { KeyFacts } from '../../shared/schemas/key-facts.ts';
import type { Asked } from '../../shared/validation/asked.ts';
import { asRemedy } from '../../shared/validation/remedies/cure.ts';
import { explainHidden } from '../../shared/validation/explain-hidden.ts';
import { classify } from '../../shared/validation/refusals/classify.ts';

export function askedOf(
  { clientEmail, projectId }: KeyFacts,
  project: string,
  jobProject: string,
): Asked {
  return { clientEmail, keyProject: projectId, jobProject, project, what: `project ${project}` };
}

/** What Google answered; where it said no, a problem in our own words, with the remedy that a report would give. */
export function unwrap<T>(answer: Answer<T>, asked: Asked): T {
  if ('value' in answer) return answer.value;
  const verdict = classify(answer.refusal);
  const { detail, cause, remedy } = explainHidden(verdict, asked);
  const extensions = { cause, ...(remedy && { remedy: asRemedy(remedy) }) };
  // Too large it will be the next time as well.
  if (verdict.outcome === 'inconclusive' && verdict.cause !== 'answer-too-large') {
    throw new Problem('warehouse-unavailable', detail, { extensions, retryAfterSeconds: 30 });
  }
  if (verdict.cause === 'not-found') {
    throw new Problem(asked.table === undefined ? 'dataset-not-found' : 'table-not-found', detail, {
      extensions,
    });
  }
  throw new Problem('warehouse-refused', detail, { extensions });
}
