import type { Field, FieldType } from '../world/field.ts';

/** `TypeProto` of the engine's type.proto, as far as BigQuery's types go. */
export interface EngineType {
  type_kind: string;
  array_type?: { element_type: EngineType } | null;
  struct_type?: { field: { field_name: string; field_type: EngineType }[] } | null;
}

const kinds: Record<FieldType, string> = {
  STRING: 'TYPE_STRING',
  BYTES: 'TYPE_BYTES',
  INTEGER: 'TYPE_INT64',
  FLOAT: 'TYPE_DOUBLE',
  NUMERIC: 'TYPE_NUMERIC',
  BIGNUMERIC: 'TYPE_BIGNUMERIC',
  BOOLEAN: 'TYPE_BOOL',
  TIMESTAMP: 'TYPE_TIMESTAMP',
  DATE: 'TYPE_DATE',
  TIME: 'TYPE_TIME',
  DATETIME: 'TYPE_DATETIME',
  GEOGRAPHY: 'TYPE_GEOGRAPHY',
  JSON: 'TYPE_JSON',
  RECORD: 'TYPE_STRUCT',
};

const types = Object.fromEntries(
  Object.entries(kinds).map(([type, kind]) => [kind, type]),
) as Record<string, FieldType>;

export function engineType(field: Field): EngineType {
  const element = elementType(field);
  return field.mode === 'REPEATED'
    ? { type_kind: 'TYPE_ARRAY', array_type: { element_type: element } }
    : element;
}

function elementType({ type, fields = [] }: Field): EngineType {
  if (type !== 'RECORD') return { type_kind: kinds[type] };
  const field = fields.map((each) => ({ field_name: each.name, field_type: engineType(each) }));
  return { type_kind: 'TYPE_STRUCT', struct_type: { field } };
}

/** The way back, for the columns of an answer. Undefined for types that BigQuery's results cannot have here. */
export function fieldOf(name: string, type: EngineType): Field | undefined {
  if (type.type_kind === 'TYPE_ARRAY' && type.array_type) {
    const element = fieldOf(name, type.array_type.element_type);
    return element && { ...element, mode: 'REPEATED' };
  }
  if (type.type_kind === 'TYPE_STRUCT') {
    const fields = (type.struct_type?.field ?? []).map((each, index) =>
      fieldOf(each.field_name || `_field_${String(index + 1)}`, each.field_type),
    );
    if (fields.some((each) => each === undefined)) return undefined;
    return {
      name,
      type: 'RECORD',
      mode: 'NULLABLE',
      fields: fields.filter((each) => each !== undefined),
    };
  }
  const known = types[type.type_kind];
  return known && { name, type: known, mode: 'NULLABLE' };
}
