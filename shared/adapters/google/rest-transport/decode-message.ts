import { decodeScalar } from './decode-scalar.ts';
import { decodeWellKnown } from './decode-well-known.ts';
import type { Field, MessageType } from './descriptors.ts';
import { isRecord } from './is-record.ts';

/**
 * Proto3 JSON as the object that the generated clients give: every field there, with its default if it was not sent,
 * 64-bit numbers as strings, enums by name, bytes as a Buffer, and beside a oneof's member the oneof's name.
 */
export function decodeMessage(json: unknown, type: MessageType): Record<string, unknown> {
  const known = decodeWellKnown(type.name, json);
  if (known) return known;
  if (!isRecord(json)) throw new TypeError(`${type.name}: object expected`);
  const decoded: Record<string, unknown> = {};
  for (const field of type.fields.values()) {
    const value = decodeField(json[field.name], field);
    if (value !== undefined && field.oneof !== undefined) decoded[field.oneof] = field.name;
    if (value !== undefined) decoded[field.name] = value;
    else if (field.oneof === undefined) decoded[field.name] = defaultOf(field);
  }
  return decoded;
}

function decodeField(json: unknown, field: Field): unknown {
  if (json === undefined) return undefined;
  if (json === null) return isNullable(field) ? decodeOne(json, field) : undefined;
  if (field.map) {
    if (!isRecord(json)) throw new TypeError(`${field.name}: object expected`);
    const entries = Object.entries(json).map(([key, item]) => [key, decodeOne(item, field)]);
    return Object.fromEntries(entries) as Record<string, unknown>;
  }
  if (!field.repeated) return decodeOne(json, field);
  if (!Array.isArray(json)) throw new TypeError(`${field.name}: array expected`);
  return json.map((item) => decodeOne(item, field));
}

/** JSON's null is a value for these two alone; for all others it says that nothing was set. */
function isNullable(field: Field): boolean {
  return field.message()?.name === 'google.protobuf.Value' || isNullValue(field.values());
}

function decodeOne(json: unknown, field: Field): unknown {
  const message = field.message();
  if (message) return decodeMessage(json, message);
  const values = field.values();
  if (values) return decodeEnum(json, values);
  return decodeScalar(json, field.scalar);
}

/** A number that the bundle's version does not know stays a number; a name that it does not know is as if not sent. */
function decodeEnum(json: unknown, values: Record<string, number>): unknown {
  if (isNullValue(values)) return 'NULL_VALUE';
  if (typeof json === 'number')
    return Object.keys(values).find((name) => values[name] === json) ?? json;
  return typeof json === 'string' && Object.hasOwn(values, json) ? json : undefined;
}

function isNullValue(values: Record<string, number> | undefined): boolean {
  return values !== undefined && Object.hasOwn(values, 'NULL_VALUE');
}

function defaultOf(field: Field): unknown {
  if (field.repeated) return [];
  if (field.map) return {};
  const values = field.values();
  if (values) return Object.keys(values)[0];
  switch (field.scalar) {
    case undefined:
      return null;
    case 'string':
      return '';
    case 'bool':
      return false;
    case 'bytes':
      return Buffer.alloc(0);
    default:
      return field.scalar.endsWith('64') ? '0' : 0;
  }
}
