import type { Field, Row, Value } from '../world/field.ts';

/** How a TIMESTAMP is told: as seconds in floating point unless the caller asks for better. */
export type TimestampFormat = 'FLOAT64' | 'INT64' | 'ISO8601_STRING';

/** A row as the REST API has it: `{f: [{v: …}]}`, all values as strings. */
export function restRow(fields: Field[], row: Row, format: TimestampFormat): object {
  return { f: fields.map((field, index) => ({ v: restValue(field, row[index] ?? null, format) })) };
}

export function timestampFormat(useInt64: boolean, wanted?: string | null): TimestampFormat {
  if (wanted === 'INT64' || wanted === 'ISO8601_STRING' || wanted === 'FLOAT64') return wanted;
  return useInt64 ? 'INT64' : 'FLOAT64';
}

function restValue(field: Field, value: Value, format: TimestampFormat): unknown {
  if (field.mode === 'REPEATED') {
    const element: Field = { ...field, mode: 'NULLABLE' };
    const elements = Array.isArray(value) ? value : [];
    return elements.map((each) => ({ v: restValue(element, each, format) }));
  }
  if (value === null) return null;
  if (field.type === 'RECORD') {
    return restRow(field.fields ?? [], Array.isArray(value) ? value : [], format);
  }
  if (field.type === 'TIMESTAMP') return restTimestamp(Number(value), format);
  if (field.type === 'FLOAT') return restFloat(Number(value));
  return String(value);
}

function restTimestamp(micros: number, format: TimestampFormat): string {
  if (format === 'INT64') return String(micros);
  if (format === 'FLOAT64')
    return (micros / 1e6).toExponential().replace('e+', 'E').replace('e', 'E');
  const fraction = String(((micros % 1e6) + 1e6) % 1e6).padStart(6, '0');
  return `${new Date(Math.floor(micros / 1e6) * 1000).toISOString().slice(0, 19)}.${fraction}Z`;
}

function restFloat(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? value.toFixed(1) : String(value);
}
