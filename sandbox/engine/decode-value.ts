import type { Field, Value } from '../world/field.ts';
import { bignumericScale, numericScale, unpackDecimal } from './packed-decimal.ts';
import { dateOfDays, unpackDatetime, unpackTime } from './packed-time.ts';

/** `ValueProto` as the protocol's loader makes it: one member, or none for NULL. */
export interface EngineValue {
  [member: string]: unknown;
  value?: string;
}

/** A cell of an answer as the world keeps cells. */
export function decodeValue(field: Field, cell: EngineValue): Value {
  const { value: member } = cell;
  if (member === undefined) return field.mode === 'REPEATED' ? [] : null;
  if (field.mode === 'REPEATED') {
    const { element = [] } = cell[member] as { element?: EngineValue[] };
    return element.map((each) => decodeValue({ ...field, mode: 'NULLABLE' }, each));
  }
  return read[field.type](cell[member], field);
}

type Read = (content: unknown, field: Field) => Value;

const asText: Read = (content) => String(content);
const asBase64: Read = (content) => Buffer.from(content as Uint8Array).toString('base64');

const read: Record<Field['type'], Read> = {
  STRING: asText,
  JSON: asText,
  INTEGER: asText,
  GEOGRAPHY: asBase64,
  BYTES: asBase64,
  BOOLEAN: (content) => content === true,
  FLOAT: (content) => content as number,
  DATE: (content) => dateOfDays(content as number),
  TIME: (content) => unpackTime(BigInt(content as string)),
  TIMESTAMP: (content) => {
    const { seconds = '0', nanos = 0 } = content as { seconds?: string; nanos?: number };
    return Number(seconds) * 1_000_000 + Math.floor(nanos / 1000);
  },
  DATETIME: (content) => {
    const { bit_field_datetime_seconds: seconds = '0', nanos = 0 } = content as {
      bit_field_datetime_seconds?: string;
      nanos?: number;
    };
    return unpackDatetime(BigInt(seconds), nanos);
  },
  NUMERIC: (content) => unpackDecimal(content as Uint8Array, numericScale),
  BIGNUMERIC: (content) => unpackDecimal(content as Uint8Array, bignumericScale),
  RECORD: (content, { fields = [] }) => {
    const { field: cells = [] } = content as { field?: EngineValue[] };
    return fields.map((member, index) => decodeValue(member, cells[index] ?? {}));
  },
};
