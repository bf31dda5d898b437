import type { Field, Value } from './field.ts';

/** A value as it comes in JSON, in CSV or in a query's parameter. Throws a RangeError with BigQuery's complaint. */
export function readValue(field: Field, given: unknown): Value {
  if (given === null || given === undefined) {
    if (field.mode === 'REPEATED') return [];
    if (field.mode === 'REQUIRED') {
      throw new RangeError(`Only optional fields can be set to NULL. Field: ${field.name}`);
    }
    return null;
  }
  if (field.mode === 'REPEATED') {
    if (!Array.isArray(given)) {
      throw new RangeError(
        `Repeated field must be imported as a JSON array. Field: ${field.name}.`,
      );
    }
    return given.map((each) => readValue({ ...field, mode: 'REQUIRED' }, each));
  }
  if (field.type === 'RECORD') return readRecord(field, given);
  if (field.type === 'JSON') return typeof given === 'string' ? given : JSON.stringify(given);
  if (typeof given !== 'string' && typeof given !== 'number' && typeof given !== 'boolean') {
    throw new RangeError(`JSON object specified for non-record field: ${field.name}`);
  }
  return readers[field.type](String(given), field);
}

function readRecord(field: Field, given: unknown): Value {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new RangeError(`This field: ${field.name} is not a record.`);
  }
  return readObject(field.fields ?? [], given);
}

export function readObject(fields: Field[], given: object): Value[] {
  const members = new Map(
    Object.entries(given).map(([name, value]) => [name.toLowerCase(), value as unknown]),
  );
  const row = fields.map((field) => readValue(field, members.get(field.name.toLowerCase())));
  const known = new Set(fields.map(({ name }) => name.toLowerCase()));
  for (const name of Object.keys(given)) {
    if (!known.has(name.toLowerCase())) throw new RangeError(`No such field: ${name}.`);
  }
  return row;
}

type Read = (text: string, field: Field) => Value;

const matching =
  (pattern: RegExp, kind: string): Read =>
  (text, { name }) => {
    if (!pattern.test(text))
      throw new RangeError(`Could not convert value to ${kind}. Field: ${name}`);
    return text;
  };

const readers: Record<Exclude<Field['type'], 'RECORD' | 'JSON'>, Read> = {
  STRING: (text) => text,
  BYTES: (text) => text,
  GEOGRAPHY: (text) => text,
  INTEGER: (text, field) => {
    matching(/^[+-]?\d{1,19}$/, 'integer')(text, field);
    return Number.isSafeInteger(Number(text)) ? Number(text) : text;
  },
  FLOAT: (text, { name }) => {
    const value = Number(text);
    if (Number.isNaN(value) && text !== 'NaN') {
      throw new RangeError(`Could not convert value to float. Field: ${name}`);
    }
    return value;
  },
  NUMERIC: matching(/^[+-]?\d{1,29}(\.\d*)?$/, 'numeric'),
  BIGNUMERIC: matching(/^[+-]?\d{1,39}(\.\d*)?$/, 'bignumeric'),
  BOOLEAN: (text, field) => {
    matching(/^(true|false|1|0)$/i, 'boolean')(text, field);
    return ['true', '1'].includes(text.toLowerCase());
  },
  DATE: matching(/^\d{4}-\d{2}-\d{2}$/, 'date'),
  TIME: matching(/^\d{2}:\d{2}:\d{2}(\.\d{1,6})?$/, 'time'),
  DATETIME: matching(/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(\.\d{1,6})?$/, 'datetime'),
  TIMESTAMP: (text, { name }) => {
    const zoned = /(Z|[+-]\d{2}:?\d{2}| UTC)$/.test(text) ? text.replace(' UTC', 'Z') : `${text}Z`;
    const instant = Date.parse(zoned.replace(' ', 'T'));
    if (Number.isNaN(instant)) {
      throw new RangeError(`Could not parse '${text}' as a timestamp. Field: ${name}`);
    }
    return instant * 1000;
  },
};
