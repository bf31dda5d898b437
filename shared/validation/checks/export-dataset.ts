import { askedOfExport, exportName } from '../asked.ts';
import type { CheckOfLadder, Subject } from '../check.ts';
import { explainHidden } from '../explain-hidden.ts';
import { valueOf } from '../fact.ts';
import { type Finding, passed, notAsked } from '../finding.ts';
import { classify } from '../refusals/classify.ts';
import { isDenial } from '../refusals/verdict.ts';
import { createDataset } from '../remedies/create-dataset.ts';

/** The dataset is never created here: the account would need a right that the work does not (airbyte#39330). */
export const exportDataset: CheckOfLadder = {
  id: 'E1',
  title: 'The export dataset is there',
  needs: ['C1'],
  async judge(subject) {
    const answer = await subject.facts.exportDataset();
    if (!answer) return notAsked;
    if ('value' in answer) {
      const { location } = answer.value;
      return passed(`The ${exportName(subject)} lies in ${location}.`, { location });
    }
    const verdict = classify(answer.refusal);
    if (verdict.cause === 'not-found') return missing(subject);
    const hidden = explainHidden(verdict, askedOfExport(subject), 'roles/bigquery.dataEditor');
    if (verdict.outcome !== 'failed') return hidden;
    const seen = isDenial(verdict) ? await throughWriting(subject) : undefined;
    return seen ?? hidden;
  },
};

/** The work needs to write, not to look at the dataset itself. */
async function throughWriting(subject: Subject): Promise<Finding | undefined> {
  const probe = await subject.facts.probe();
  if (!probe || !('value' in probe.written)) return undefined;
  return passed(
    `The account writes into the ${exportName(subject)}, though it may not look at it; that is enough.`,
  );
}

async function missing(subject: Subject): Promise<Finding> {
  const { key, draft, facts } = subject;
  const name = exportName(subject);
  const location = valueOf(await facts.dataset())?.location;
  return {
    outcome: 'failed',
    cause: 'not-found',
    detail: `There is no ${name}.`,
    evidence: { resource: 'dataset' },
    ...(draft.exportDataset && {
      remedy: createDataset(draft.exportDataset, key.clientEmail, location),
    }),
  };
}
