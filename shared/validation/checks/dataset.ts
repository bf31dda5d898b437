import { asked, type Asked, datasetName } from '../asked.ts';
import type { CheckOfLadder, Subject } from '../check.ts';
import { explainHidden } from '../explain-hidden.ts';
import { valueOf } from '../fact.ts';
import { type Finding, passed, notAsked } from '../finding.ts';
import { classify } from '../refusals/classify.ts';
import { isDenial } from '../refusals/verdict.ts';

export const dataset: CheckOfLadder = {
  id: 'D1',
  title: 'The dataset is there',
  needs: ['C1'],
  async judge(subject) {
    const answer = await subject.facts.dataset();
    if (!answer || !subject.draft.field) return notAsked;
    if ('value' in answer) {
      const { location } = answer.value;
      return passed(`The ${datasetName(subject)} lies in ${location}.`, { location });
    }
    const verdict = classify(answer.refusal);
    if (verdict.outcome !== 'failed') return explainHidden(verdict, ofDataset(subject));
    const seen = isDenial(verdict) ? await throughTable(subject) : undefined;
    return seen ?? explainHidden(verdict, ofDataset(subject));
  },
};

/** The work needs the table, not its dataset: who may see the one need not be shown the other. */
async function throughTable(subject: Subject): Promise<Finding | undefined> {
  const table = valueOf(await subject.facts.table());
  if (!table) return undefined;
  return passed(
    `The account sees the table, though not its ${datasetName(subject)}; that is enough.`,
    table.location === undefined ? {} : { location: table.location },
  );
}

const ofDataset = (subject: Subject): Asked => ({
  ...asked(subject, datasetName(subject)),
  table: undefined,
});
