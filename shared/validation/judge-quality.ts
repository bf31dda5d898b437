import type { Evidence } from '../schemas/report.ts';
import { tableName } from './asked.ts';
import type { Subject } from './check.ts';
import { type Finding, passed } from './finding.ts';
import type { Quality } from './queries/quality-query.ts';
import { told } from './told.ts';

export interface Circumstances {
  /** Rows that the table itself tells of; 0 where it cannot, or where only a share was read. */
  tableRows: number;
  samplePercent: number | undefined;
  /** Not the owner's limit made it a sample, but ours of a day: that is nothing to warn of. */
  byBudget: boolean;
}

/** What the counts of a key column mean for who chooses it. */
export function judgeQuality(
  subject: Subject,
  quality: Quality,
  { tableRows, samplePercent, byBudget }: Circumstances,
): Finding {
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
    ...(samplePercent !== undefined && { samplePercent }),
  };
  const name = tableName(subject);
  if (rows === 0 && samplePercent !== undefined) return emptySample(name, evidence);
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
  const share = samplePercent === undefined ? '' : ` ${sampled(samplePercent, byBudget)}`;
  const all = `${told(rows)} ${rows === 1 ? 'row' : 'rows'} in ${name}`;
  if (faults.length === 0 && hidden === '' && share === '')
    return passed(`Usable keys: all of ${all}, each its own.`, evidence);
  if (faults.length === 0 && byBudget && hidden === '')
    return passed(`Usable keys: all of ${all}.${share}`, evidence);
  const detail =
    faults.length === 0
      ? `Usable keys: all of ${all}.${hidden}${share}`
      : `Usable keys: ${told(usable)} of ${all}; ${faults.join(', ')}.${hidden}${share}`;
  const cause = hidden ? 'rows-hidden' : faults.length > 0 ? 'keys-dirty' : 'sampled';
  return { outcome: 'warning', cause, detail, evidence };
}

const sampled = (percent: number, byBudget: boolean) =>
  `To stay within ${byBudget ? 'the bytes of a day' : 'the cost limit'}, some ${String(percent)} % of the table were read: the counts are of those, and duplicates may be more.`;

function emptySample(name: string, evidence: Evidence): Finding {
  return {
    outcome: 'warning',
    cause: 'sampled',
    detail: `To stay within the cost limit, a small share of ${name} was read, and no row was in it: nothing is known of the keys.`,
    remedy: { text: 'Raise maximumBytesBilled to have them counted, or save without.' },
    evidence,
  };
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
