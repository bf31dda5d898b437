import { encodeLong, encodeScalar } from './encode-scalar.ts';
import { isRecord } from './is-record.ts';
import { wrappers } from './wrappers.ts';

/** The messages of google.protobuf that have a JSON of their own; undefined for all others. */
export function encodeWellKnown(name: string, value: Record<string, unknown>): unknown {
  if (!name.startsWith(prefix)) return undefined;
  const kind = name.slice(prefix.length);
  const wrapped = wrappers[kind];
  if (wrapped !== undefined)
    return value.value === undefined || value.value === null
      ? null
      : encodeScalar(value.value, wrapped);
  return encoders[kind]?.(value);
}

const prefix = 'google.protobuf.';

const encoders: Record<string, (value: Record<string, unknown>) => unknown> = {
  Timestamp({ seconds, nanos }) {
    const toSecond = new Date(Number(encodeLong(seconds ?? 0)) * 1000).toISOString().slice(0, -4);
    return `${toSecond}${fraction(Number(nanos ?? 0)).padEnd(3, '0')}Z`;
  },
  Duration({ seconds, nanos }) {
    const parts = [Number(encodeLong(seconds ?? 0)), Number(nanos ?? 0)];
    const sign = parts.some((part) => part < 0) ? '-' : '';
    const [whole = 0, rest = 0] = parts.map(Math.abs);
    return `${sign}${String(whole)}${rest > 0 ? `.${fraction(rest)}` : ''}s`;
  },
  /** As the callers spell them: Google takes snake_case too, and google-gax has always sent it so. */
  FieldMask: ({ paths }) => (Array.isArray(paths) ? paths.join(',') : ''),
  Struct: ({ fields }) =>
    Object.fromEntries(
      Object.entries(isRecord(fields) ? fields : {}).map(([key, item]) => [key, encodeValue(item)]),
    ),
  ListValue: ({ values }) => (Array.isArray(values) ? values.map(encodeValue) : []),
  Value: encodeValue,
  Any() {
    throw new TypeError('google.protobuf.Any: no method that this transport knows takes one');
  },
};

/** In threes of digits, at least one three. */
function fraction(nanos: number): string {
  return String(nanos)
    .padStart(9, '0')
    .replace(/^(\d{3}(?:\d{3})*?)(?:000)*$/, '$1');
}

function encodeValue(value: unknown): unknown {
  if (!isRecord(value)) return null;
  if (value.numberValue !== undefined) return encodeScalar(value.numberValue, 'double');
  if (value.stringValue !== undefined) return encodeScalar(value.stringValue, 'string');
  if (value.boolValue !== undefined) return Boolean(value.boolValue);
  if (isRecord(value.structValue)) return encoders.Struct?.(value.structValue);
  if (isRecord(value.listValue)) return encoders.ListValue?.(value.listValue);
  return null;
}
