import { tableName } from '../asked.ts';
import type { CheckOfLadder, Subject } from '../check.ts';
import { explainQuery } from '../explain-query.ts';
import { valueOf } from '../fact.ts';
import { type Finding, passed, skipped } from '../finding.ts';
import { told } from '../told.ts';
import { byteCap } from '../queries/byte-cap.ts';
import { type Quality, readQuality } from '../queries/quality-query.ts';

export const keyQuality: CheckOfLadder = {
  id: 'D5',
  title: 'The column holds usable keys',
  needs: ['D4'],
  async judge(subject) {
    const answer = await subject.facts.quality();
    if (!answer) return tooDear(subject);
    if ('refusal' in answer) {
      return explainQuery(subject, answer.refusal);
    }
    const quality = readQuality(answer.value);
    if (!quality) {
      const detail = 'Google’s answer could not be read. Validate again in a few minutes.';
      return { outcome: 'inconclusive', cause: 'unknown-answer', detail };
    }
    return judgeQuality(subject, quality, await rowsOfTable(subject));
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
    detail: `The keys were not counted: that would bill up to ${told(byteCap(price.bytesProcessed))} bytes, and the limit is ${told(maximumBytesBilled)}.`,
    remedy: { text: 'Raise maximumBytesBilled to have them counted, or save without.' },
    evidence: { bytesProcessed: price.bytesProcessed, maximumBytesBilled },
  };
}

function judgeQuality(subject: Subject, quality: Quality, tableRows: number): Finding {
  const { rows, nulls, blanks, malformed, distinct, distinctNormalized } = quality;
  const usable = rows - nulls - blanks - malformed;
  const duplicates = usable - distinct;
  const duplicatesNormalized = usable - distinctNormalized;
  const evidence = {
    rows,
    usable,
    nulls,
    blanks,
    malformed,
    duplicates,
    duplicatesNormalized,
    ...(tableRows > rows && { hidden: tableRows - rows }),
  };
  const name = tableName(subject);
  const unusable = [
    nulls + blanks > 0 && `${told(nulls + blanks)} without one`,
    malformed > 0 && `${told(malformed)} with a malformed one`,
  ].filter((fault) => fault !== false);
  if (usable <= 0) {
    return { ...nothingUsable(name, rows, tableRows, unusable), outcome: 'failed', evidence };
  }
  const faults = [
    ...unusable,
    duplicatesNormalized > 0 &&
      `${told(duplicatesNormalized)} with the key of another row, which is allowed`,
  ].filter((fault) => fault !== false);
  const hidden = tableRows > rows ? ` ${hiddenRows(rows, tableRows)}` : '';
  const all = `${told(rows)} ${rows === 1 ? 'row' : 'rows'} in ${name}`;
  if (faults.length === 0 && hidden === '')
    return passed(`Usable keys: all of ${all}, each its own.`, evidence);
  const detail =
    faults.length === 0
      ? `Usable keys: all of ${all}.${hidden}`
      : `Usable keys: ${told(usable)} of ${all}; ${faults.join(', ')}.${hidden}`;
  return { outcome: 'warning', cause: hidden ? 'rows-hidden' : 'keys-dirty', detail, evidence };
}

function nothingUsable(
  name: string,
  rows: number,
  tableRows: number,
  unusable: string[],
): Omit<Finding, 'outcome'> {
  if (rows === 0 && tableRows > 0) {
    return {
      cause: 'rows-hidden',
      detail: hiddenRows(0, tableRows),
      remedy: { text: `Ask whoever owns ${name} for a row access policy that shows its rows.` },
    };
  }
  return {
    cause: rows === 0 ? 'table-empty' : 'nothing-usable',
    detail:
      rows === 0
        ? `The ${name} has no rows.`
        : `Usable keys: none of ${told(rows)} rows in ${name}; ${unusable.join(', ')}.`,
    remedy: { text: 'Choose another column or table, or fill this one.' },
  };
}

/** Row access policies filter without a word (https://cloud.google.com/bigquery/docs/row-level-security-intro). */
function hiddenRows(seen: number, all: number): string {
  return `The account sees ${told(seen)} of the table’s ${told(all)} rows: row access policies seem to hide the others.`;
}

/** What the table itself says, where it can: of views and external tables nobody counts the rows. */
async function rowsOfTable(subject: Subject): Promise<number> {
  const facts = valueOf(await subject.facts.table());
  return facts?.kind === 'TABLE' ? (facts.rows ?? 0) : 0;
}
