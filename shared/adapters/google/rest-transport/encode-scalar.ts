/** A value of proto's scalar types as its JSON; what callers give loosely is taken as google-gax takes it. */
export function encodeScalar(value: unknown, scalar: string | undefined): unknown {
  return (encoders[scalar ?? ''] ?? encodeLong)(value);
}

const real = (value: unknown) =>
  Number.isFinite(Number(value)) ? Number(value) : String(Number(value));
const signed = (value: unknown) => Number(value) | 0;
const unsigned = (value: unknown) => Number(value) >>> 0;

const encoders: Record<string, (value: unknown) => unknown> = {
  double: real,
  float: real,
  int32: signed,
  sint32: signed,
  sfixed32: signed,
  uint32: unsigned,
  fixed32: unsigned,
  bool: Boolean,
  bytes: encodeBytes,
  string: String,
};

/** A number, a string, a bigint, or any object that says its digits, such as long.js'. */
export function encodeLong(value: unknown): string {
  return typeof value === 'number'
    ? String(BigInt(Math.trunc(value)))
    : String(BigInt(text(value)));
}

const text: (value: unknown) => string = String;

function encodeBytes(value: unknown): string {
  if (typeof value === 'string') return Buffer.from(value, 'base64').toString('base64');
  if (value instanceof Uint8Array)
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
  throw new TypeError('bytes: a Buffer, a Uint8Array or base64 expected');
}
