import type { Column, QueryResult, TableFacts } from '../../ports/warehouse.ts';
import type { UniqueContactField } from '../../schemas/connection.ts';
import { columnOf, fromTable } from './table-sql.ts';

/** Counts of a key column; never a value of it. */
export interface Quality {
  rows: number;
  nulls: number;
  blanks: number;
  malformed: number;
  /** Of the usable ones, that is neither null nor blank nor malformed. */
  distinct: number;
  /** Of the same after trimming, and lower case for e-mail addresses, digits alone for phone numbers. */
  distinctNormalized: number;
}

/** One aggregate over the column. Its counts come in the order of Quality's fields. */
export function qualityQuery(
  field: UniqueContactField & { project: string },
  facts: TableFacts,
  column: Column,
  samplePercent?: number,
): string {
  const { normalized, malformed } = forms[field.contactKey.type];
  const key = columnOf(column.name);
  return [
    'SELECT COUNT(*), COUNTIF(raw IS NULL), COUNTIF(trimmed = ""), COUNTIF(trimmed != "" AND usable IS NULL),',
    'COUNT(DISTINCT IF(usable IS NULL, NULL, raw)), COUNT(DISTINCT usable) FROM (',
    `SELECT raw, trimmed, IF(trimmed = "" OR ${malformed}, NULL, ${normalized}) AS usable FROM (`,
    `SELECT CAST(${key} AS STRING) AS raw, TRIM(CAST(${key} AS STRING)) AS trimmed`,
    `${fromTable(field, facts, samplePercent)}))`,
  ].join(' ');
}

export function readQuality({ rows }: QueryResult): Quality | undefined {
  const [counts] = rows;
  if (counts?.length !== 6) return undefined;
  const [total, nulls, blanks, malformed, distinct, distinctNormalized] = counts.map(Number);
  const quality = { rows: total, nulls, blanks, malformed, distinct, distinctNormalized };
  return Object.values(quality).every(Number.isSafeInteger) ? (quality as Quality) : undefined;
}

const digits = "REGEXP_REPLACE(trimmed, r'[^0-9]', '')";
/** No blank of any kind stands in an address, seen or unseen. */
const inAddress = '[^@,;<>\\s\\p{Z}]';
const asIs = { normalized: 'trimmed', malformed: 'FALSE' };

/** E.164 numbers have at most 15 digits; shorter than 7 no number is that reaches a mobile phone. */
const forms = {
  email: {
    normalized: 'LOWER(trimmed)',
    malformed: `NOT REGEXP_CONTAINS(trimmed, r'^${inAddress}+@${inAddress}+[.][^@.,;<>\\s\\p{Z}]+$')`,
  },
  phone: {
    normalized: digits,
    malformed: `NOT REGEXP_CONTAINS(${digits}, r'^[0-9]{7,15}$')`,
  },
  contactId: { normalized: 'trimmed', malformed: "NOT REGEXP_CONTAINS(trimmed, r'^[0-9]{1,18}$')" },
  externalId: asIs,
  additionalField: asIs,
};
