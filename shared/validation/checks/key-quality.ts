import type { CheckOfLadder, Subject } from '../check.ts';
import { explainQuery } from '../explain-query.ts';
import { valueOf } from '../fact.ts';
import { beyondBudget, type Finding, notAgain, notAsked } from '../finding.ts';
import { told } from '../told.ts';
import { readQuality } from '../queries/quality-query.ts';
import { judgeQuality } from '../judge-quality.ts';
import { findColumn } from '../column-fitness.ts';

export const keyQuality: CheckOfLadder = {
  id: 'D5',
  title: 'The column holds usable keys',
  needs: ['D4'],
  async judge(subject) {
    const answer = await subject.facts.quality();
    if (!answer) return notAsked;
    if ('refusal' in answer) {
      return explainQuery(subject, answer.refusal);
    }
    const { unread, samplePercent, byBudget } = answer.value;
    if (unread === 'too-dear') return tooDear(subject);
    if (unread !== undefined) return unread === 'unchanged' ? notAgain : beyondBudget;
    const quality = readQuality(answer.value);
    if (!quality) {
      const detail = 'Google’s answer could not be read. Validate again in a few minutes.';
      return { outcome: 'inconclusive', cause: 'unknown-answer', detail };
    }
    if (byBudget === true && quality.rows === 0) return beyondBudget;
    const tableRows = samplePercent === undefined ? await rowsOfTable(subject) : 0;
    const circumstances = { tableRows, samplePercent, byBudget: byBudget === true };
    return masked(subject, judgeQuality(subject, quality, circumstances));
  },
};

async function tooDear(subject: Subject): Promise<Finding> {
  const price = valueOf(await subject.facts.readPrice());
  const { maximumBytesBilled } = subject.draft;
  const bytesProcessed = price?.bytesProcessed ?? 0;
  return {
    outcome: 'warning',
    cause: 'over-cost-limit',
    detail: `The keys were not counted: Google would bill more for it than the limit of ${told(maximumBytesBilled)} bytes, and no sample of it can be had for less.`,
    remedy: { text: 'Raise maximumBytesBilled to have them counted, or save without.' },
    evidence: { bytesProcessed, maximumBytesBilled },
  };
}

/** What the table itself says, where it can: of views and external tables nobody counts the rows. */
async function rowsOfTable(subject: Subject): Promise<number> {
  const facts = valueOf(await subject.facts.table());
  return facts?.kind === 'TABLE' ? (facts.rows ?? 0) : 0;
}

/** Who may see a protected column only through a mask gets its values without a word, all alike or all hashed. */
async function masked(subject: Subject, finding: Finding): Promise<Finding> {
  if (finding.cause !== 'nothing-usable') return finding;
  const facts = valueOf(await subject.facts.table());
  const column = facts && findColumn(facts.columns, subject.draft.field?.column ?? '');
  if (!column || column.policyTags.length === 0) return finding;
  const detail = `${finding.detail} A policy tag protects the column: perhaps ${subject.key.clientEmail} is shown masked values.`;
  return { ...finding, cause: 'values-masked', detail };
}
