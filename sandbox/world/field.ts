/** A column as BigQuery's REST API spells it (https://cloud.google.com/bigquery/docs/reference/rest/v2/tables#TableFieldSchema). */
export interface Field {
  name: string;
  type: FieldType;
  mode?: 'NULLABLE' | 'REQUIRED' | 'REPEATED';
  description?: string;
  fields?: Field[];
  policyTags?: { names: string[] };
}

export type FieldType =
  | 'STRING'
  | 'BYTES'
  | 'INTEGER'
  | 'FLOAT'
  | 'NUMERIC'
  | 'BIGNUMERIC'
  | 'BOOLEAN'
  | 'TIMESTAMP'
  | 'DATE'
  | 'TIME'
  | 'DATETIME'
  | 'GEOGRAPHY'
  | 'JSON'
  | 'RECORD';

/**
 * A cell. Integers are numbers, or strings where they are too large; a TIMESTAMP is microseconds since 1970; BYTES are
 * base64; DATE, TIME, DATETIME, NUMERIC, JSON and GEOGRAPHY are their texts; a RECORD is an array in its fields' order.
 */
export type Value = null | string | number | boolean | Value[];

export type Row = Value[];

/** The names by which SQL knows types that REST calls otherwise. */
const synonyms: Record<string, FieldType> = {
  INT64: 'INTEGER',
  FLOAT64: 'FLOAT',
  BOOL: 'BOOLEAN',
  STRUCT: 'RECORD',
  DECIMAL: 'NUMERIC',
  BIGDECIMAL: 'BIGNUMERIC',
};

const types = new Set<string>([
  ...Object.values(synonyms),
  'STRING',
  'BYTES',
  'TIMESTAMP',
  'DATE',
  'TIME',
  'DATETIME',
  'GEOGRAPHY',
  'JSON',
]);

export function fieldType(name: string): FieldType | undefined {
  const upper = name.toUpperCase();
  const type = synonyms[upper] ?? upper;
  return types.has(type) ? (type as FieldType) : undefined;
}
