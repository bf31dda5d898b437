import type { Remedy } from '../../schemas/report.ts';
import { asked, datasetName } from '../asked.ts';
import type { CheckOfLadder, Subject } from '../check.ts';
import { explainVerdict } from '../explain-verdict.ts';
import { valueOf } from '../fact.ts';
import { type Finding, passed, skipped } from '../finding.ts';
import { classify } from '../refusals/classify.ts';
import { missing } from '../refusals/permissions.ts';
import { grant } from '../remedies/grant.ts';

export const dataset: CheckOfLadder = {
  id: 'D1',
  title: 'The dataset is there',
  needs: ['C1'],
  async judge(subject) {
    const answer = await subject.facts.dataset();
    if (!answer || !subject.draft.field) return skipped('Google was not asked.');
    if ('value' in answer) {
      const { location } = answer.value;
      return passed(`The ${datasetName(subject)} lies in ${location}.`, { location });
    }
    const verdict = classify(answer.refusal);
    if (verdict.outcome !== 'failed')
      return explainVerdict(verdict, asked(subject, datasetName(subject)));
    return (await throughTable(subject)) ?? explain(subject, verdict);
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

function explain(subject: Subject, verdict: ReturnType<typeof classify>): Finding {
  const { field } = subject.draft;
  const about = { ...asked(subject, datasetName(subject)), table: undefined };
  const finding = explainVerdict(verdict, about);
  if (verdict.permission !== missing('bigquery.datasets.get').permission || !field) return finding;
  return {
    ...finding,
    detail: `The account ${subject.key.clientEmail} may not see ${datasetName(subject)}, or there is none of that name.`,
    evidence: { ...finding.evidence, role: enough },
    remedy: nameOrRight(
      grant(enough, subject.key.clientEmail, { project: field.project, dataset: field.dataset }),
    ),
  };
}

/** Google does not tell a missing dataset from a hidden one. */
function nameOrRight(remedy: Remedy): Remedy {
  return { ...remedy, text: `Check the name of the dataset. If it is right: ${remedy.text}` };
}

/** It shows the dataset, and the rows that D4 and the work will want. */
const enough = 'roles/bigquery.dataViewer';
