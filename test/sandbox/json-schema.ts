import type { DiscoverySchema } from './discovery-document.ts';

/**
 * Google's kind of schema as JSON Schema, strictly: a member that Google does not name is one that the sandbox invented,
 * and numbers of 64 bits are strings (https://developers.google.com/discovery/v1/type-format).
 */
export function jsonSchema(schema: DiscoverySchema, name = ''): object {
  const { $ref, type, format, properties, additionalProperties, items, pattern } = schema;
  if ($ref !== undefined) return { $ref };
  if (type === 'any') return {};
  if (type === 'array') return { type, items: jsonSchema(items ?? { type: 'any' }) };
  if (type === 'object') {
    return {
      type,
      properties: Object.fromEntries(
        Object.entries(properties ?? {}).map(([key, each]) => [key, jsonSchema(each, key)]),
      ),
      additionalProperties: additionalProperties ? jsonSchema(additionalProperties) : false,
    };
  }
  return {
    type,
    ...(format !== undefined && { format }),
    ...(pattern !== undefined && { pattern }),
    ...(schema.enum && { enum: schema.enum }),
    ...(name === 'kind' && schema.default !== undefined && { const: schema.default }),
  };
}

const between = (least: bigint, most: bigint) => (text: string) =>
  /^-?(0|[1-9]\d*)$/.test(text) && BigInt(text) >= least && BigInt(text) <= most;
const within = (least: number, most: number) => ({
  type: 'number' as const,
  validate: (value: number) => Number.isInteger(value) && value >= least && value <= most,
});
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;

/** Every format that the document of BigQuery names. */
export const formats = {
  int64: between(-(2n ** 63n), 2n ** 63n - 1n),
  uint64: between(0n, 2n ** 64n - 1n),
  int32: within(-(2 ** 31), 2 ** 31 - 1),
  uint32: within(0, 2 ** 32 - 1),
  double: { type: 'number' as const, validate: () => true },
  float: { type: 'number' as const, validate: () => true },
  byte: /^[\w+/-]*={0,2}$/,
  'date-time': instant,
  'google-datetime': instant,
  'google-duration': /^-?\d+(\.\d{1,9})?s$/,
  'google-fieldmask': /^[\w.,]*$/,
};
