import { asked, tableName } from '../asked.ts';
import type { CheckOfLadder, Subject } from '../check.ts';
import { explainVerdict } from '../explain-verdict.ts';
import { valueOf } from '../fact.ts';
import { type Finding, passed, skipped } from '../finding.ts';
import { byteCap } from '../queries/byte-cap.ts';
import { type Quality, readQuality } from '../queries/quality-query.ts';
import { classify } from '../refusals/classify.ts';

export const keyQuality: CheckOfLadder = {
  id: 'D5',
  title: 'The column holds usable keys',
  needs: ['D4'],
  async judge(subject) {
    const answer = await subject.facts.quality();
    if (!answer) return tooDear(subject);
    if ('refusal' in answer) {
      return explainVerdict(classify(answer.refusal), asked(subject, tableName(subject)));
    }
    const quality = readQuality(answer.value);
    if (!quality) {
      const detail = 'Google’s answer could not be read. Validate again in a few minutes.';
      return { outcome: 'inconclusive', cause: 'unknown-answer', detail };
    }
    return judgeQuality(subject, quality);
  },
};

async function tooDear(subject: Subject): Promise<Finding> {
  const price = valueOf(await subject.facts.readPrice());
  const { maximumBytesBilled } = subject.draft;
  if (!price || byteCap(price.bytesProcessed) <= maximumBytesBilled)
    return skipped('Google was not asked.');
  return {
    outcome: 'warning',
    cause: 'over-cost-limit',
    detail: `The keys were not counted: that would bill up to ${String(byteCap(price.bytesProcessed))} bytes, and the limit is ${String(maximumBytesBilled)}.`,
    remedy: { text: 'Raise maximumBytesBilled to have them counted, or save without.' },
    evidence: { bytesProcessed: price.bytesProcessed, maximumBytesBilled },
  };
}

function judgeQuality(subject: Subject, quality: Quality): Finding {
  const { rows, nulls, blanks, malformed, distinct, distinctNormalized } = quality;
  const usable = rows - nulls - blanks - malformed;
  const duplicates = rows - nulls - blanks - distinct;
  const duplicatesNormalized = rows - nulls - blanks - distinctNormalized;
  const evidence = { rows, usable, nulls, blanks, malformed, duplicates, duplicatesNormalized };
  const of = `of ${String(rows)} rows in ${tableName(subject)}`;
  if (usable <= 0) {
    return {
      outcome: 'failed',
      cause: rows === 0 ? 'table-empty' : 'nothing-usable',
      detail:
        rows === 0 ? `The ${tableName(subject)} has no rows.` : `None ${of} has a usable key.`,
      remedy: { text: 'Choose another column or table, or fill this one.' },
      evidence,
    };
  }
  const faults = [
    nulls + blanks > 0 && `${String(nulls + blanks)} are empty`,
    malformed > 0 && `${String(malformed)} are malformed`,
    duplicatesNormalized > 0 &&
      `${String(duplicatesNormalized)} repeat the key of another row, which is allowed`,
  ].filter((fault) => fault !== false);
  if (faults.length === 0) return passed(`All ${of} have a usable key of their own.`, evidence);
  return {
    outcome: 'warning',
    cause: 'keys-dirty',
    detail: `${String(usable)} ${of} have a usable key; ${faults.join(', ')}.`,
    evidence,
  };
}
