/** JSON of proto's scalar types, as the generated clients give it: 64 bits as a string. */
export function decodeScalar(json: unknown, scalar: string | undefined): unknown {
  if (typeof json === 'object') throw new TypeError(`${String(scalar)}: a plain value expected`);
  return (decoders[scalar ?? ''] ?? text)(json);
}

/** Of what is no object. */
const text: (json: unknown) => string = String;

const decoders: Record<string, (json: unknown) => unknown> = {
  double: Number,
  float: Number,
  int32: Number,
  sint32: Number,
  sfixed32: Number,
  uint32: Number,
  fixed32: Number,
  bool: Boolean,
  bytes: (json) => Buffer.from(text(json), 'base64'),
};
