import fc from 'fast-check';
import type {
  Field,
  MessageType,
} from '../../../../shared/adapters/google/rest-transport/descriptors.ts';

const deepest = 4;
const int64 = fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n).map(String);
const scalars: Record<string, fc.Arbitrary<unknown>> = {
  string: fc.string({ unit: 'grapheme', maxLength: 8 }),
  bool: fc.boolean(),
  bytes: fc.uint8Array({ maxLength: 8 }).map((bytes) => Buffer.from(bytes)),
  double: fc.double(),
  float: fc.float(),
  int32: fc.integer(),
  uint32: fc.nat(),
  int64: fc.oneof(int64, fc.maxSafeInteger()),
};

/** Moments that RFC 3339 can write. */
const timestamp = fc.record({
  seconds: fc.oneof(fc.integer({ min: -62135596800, max: 253402300799 }), fc.nat().map(String)),
  nanos: fc.nat(999_999_999),
});
const duration = fc.record({ seconds: fc.nat(), nanos: fc.nat(999_999_999) });

/** Any object that callers could give for a message: some of its fields, one of each oneof at the most. */
export function anyMessage(type: MessageType, depth = 0): fc.Arbitrary<Record<string, unknown>> {
  if (type.name === 'google.protobuf.Timestamp') return timestamp;
  if (type.name === 'google.protobuf.Duration') return duration;
  const fields = [...type.fields.values()].filter((field) => {
    const message = field.message();
    // Of Any, which only errors hold, nothing is read.
    return !message || (depth < deepest && message.name !== 'google.protobuf.Any');
  });
  const members = new Map<string, Field[]>();
  for (const field of fields) {
    const choice = field.oneof ?? field.name;
    members.set(choice, [...(members.get(choice) ?? []), field]);
  }
  const chosen = [...members.values()].map((choices) =>
    fc.option(fc.oneof(...choices.map((field) => anyField(field, depth))), { nil: {} }),
  );
  return fc.tuple(...chosen).map((parts) => Object.assign({}, ...parts) as Record<string, unknown>);
}

function anyField(field: Field, depth: number): fc.Arbitrary<Record<string, unknown>> {
  const one = anyValue(field, depth);
  const value = field.map
    ? fc.dictionary(fc.string({ maxLength: 5 }), one, { maxKeys: 2 })
    : field.repeated
      ? fc.array(one, { maxLength: 2 })
      : one;
  return value.map((given) => ({ [field.name]: given }));
}

function anyValue(field: Field, depth: number): fc.Arbitrary<unknown> {
  const message = field.message();
  if (message) return anyMessage(message, depth + 1);
  const values = field.values();
  if (values) return fc.constantFrom(...Object.keys(values), ...Object.values(values));
  const scalar = scalars[field.scalar ?? ''];
  if (!scalar) throw new TypeError(`nothing to try a ${String(field.scalar)} with`);
  return scalar;
}
