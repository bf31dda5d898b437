import { decodeScalar } from './decode-scalar.ts';
import { isRecord } from './is-record.ts';
import { wrappers } from './wrappers.ts';

/** The messages of google.protobuf that have a JSON of their own; undefined for all others. */
export function decodeWellKnown(name: string, json: unknown): Record<string, unknown> | undefined {
  if (!name.startsWith(prefix)) return undefined;
  const kind = name.slice(prefix.length);
  const wrapped = wrappers[kind];
  if (wrapped !== undefined) return { value: decodeScalar(json, wrapped) };
  return decoders[kind]?.(json);
}

const prefix = 'google.protobuf.';

const decoders: Record<string, (json: unknown) => Record<string, unknown>> = {
  Timestamp(json) {
    const [, fraction = ''] = /\.(\d+)/.exec(String(json)) ?? [];
    const milliseconds = Date.parse(String(json));
    if (Number.isNaN(milliseconds)) throw new TypeError('Timestamp: RFC 3339 expected');
    return { seconds: String(Math.floor(milliseconds / 1000)), nanos: nanosOf(fraction) };
  },
  Duration(json) {
    const duration = decodeDuration(String(json));
    if (!duration) throw new TypeError('Duration: seconds expected');
    return { ...duration };
  },
  FieldMask: (json) => ({ paths: String(json).split(',') }),
  Struct: decodeStruct,
  ListValue: decodeList,
  Value: decodeValue,
  Any: (json) => ({ ...(isRecord(json) ? json : {}) }),
};

export function decodeDuration(json: string): { seconds: string; nanos: number } | undefined {
  const [whole, sign = '', seconds = '0', fraction = ''] =
    /^(-?)(\d+)(?:\.(\d*))?s$/.exec(json) ?? [];
  if (whole === undefined) return undefined;
  const nanos = nanosOf(fraction);
  return { seconds: `${sign}${seconds}`, nanos: sign === '-' && nanos > 0 ? -nanos : nanos };
}

function nanosOf(fraction: string): number {
  return Number(fraction.padEnd(9, '0').slice(0, 9));
}

function decodeStruct(json: unknown): Record<string, unknown> {
  const entries = Object.entries(isRecord(json) ? json : {});
  return { fields: Object.fromEntries(entries.map(([key, item]) => [key, decodeValue(item)])) };
}

function decodeList(json: unknown): Record<string, unknown> {
  return { values: Array.isArray(json) ? json.map(decodeValue) : [] };
}

function decodeValue(json: unknown): Record<string, unknown> {
  if (json === null) return { kind: 'nullValue', nullValue: 'NULL_VALUE' };
  if (Array.isArray(json)) return { kind: 'listValue', listValue: decodeList(json) };
  if (typeof json === 'number') return { kind: 'numberValue', numberValue: json };
  if (typeof json === 'boolean') return { kind: 'boolValue', boolValue: json };
  if (typeof json === 'string') return { kind: 'stringValue', stringValue: json };
  return { kind: 'structValue', structValue: decodeStruct(json) };
}
