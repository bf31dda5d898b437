import type { Field, MessageType } from './descriptors.ts';
import { encodeScalar } from './encode-scalar.ts';
import { encodeWellKnown } from './encode-well-known.ts';
import { isRecord } from './is-record.ts';

/**
 * A request as the clients' callers write it, as proto3 JSON (https://protobuf.dev/programming-guides/json), in the
 * shape in which google-gax sends it: enums as numbers, maps even when empty, lists only when not.
 */
export function encodeMessage(value: unknown, type: MessageType): unknown {
  if (!isRecord(value)) throw new TypeError(`${type.name}: object expected`);
  const known = encodeWellKnown(type.name, value);
  if (known !== undefined) return known;
  const encoded: Record<string, unknown> = {};
  for (const field of type.fields.values()) {
    const json = encodeField(value[field.name], field);
    if (json !== undefined) encoded[field.name] = json;
  }
  return encoded;
}

function encodeField(value: unknown, field: Field): unknown {
  if (field.map) {
    const entries = isRecord(value) ? Object.entries(value) : [];
    return Object.fromEntries(entries.map(([key, item]) => [key, encodeOne(item, field)]));
  }
  if (value === undefined || value === null) return undefined;
  if (!field.repeated) return encodeOne(value, field);
  if (!Array.isArray(value)) throw new TypeError(`${field.name}: array expected`);
  return value.length > 0 ? value.map((item) => encodeOne(item, field)) : undefined;
}

function encodeOne(value: unknown, field: Field): unknown {
  const message = field.message();
  if (message) return encodeMessage(value, message);
  const values = field.values();
  if (values) return encodeEnum(value, values);
  return encodeScalar(value, field.scalar);
}

/** `google.protobuf.NullValue` is JSON's null. Names of a newer version than the bundle's are left out, as by google-gax. */
function encodeEnum(value: unknown, values: Record<string, number>): number | null | undefined {
  if (Object.hasOwn(values, 'NULL_VALUE')) return null;
  return typeof value === 'number' ? value : values[String(value)];
}
