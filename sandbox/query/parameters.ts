import * as z from 'zod';
import { encodeParameter } from '../engine/encode-rows.ts';
import { engineType } from '../engine/engine-type.ts';
import { invalid } from '../http/google-refusal.ts';
import { type Field, fieldType, type Value } from '../world/field.ts';
import { readValue } from '../world/read-value.ts';

/** https://cloud.google.com/bigquery/docs/reference/rest/v2/QueryParameter */
interface ParameterType {
  type: string;
  arrayType?: ParameterType | undefined;
}
interface ParameterValue {
  value?: string | null | undefined;
  arrayValues?: ParameterValue[] | undefined;
}
const parameterType: z.ZodType<ParameterType> = z.object({
  type: z.string(),
  arrayType: z.lazy(() => parameterType).optional(),
});
const parameterValue: z.ZodType<ParameterValue> = z.object({
  value: z
    .union([z.string(), z.number(), z.boolean()])
    .transform(String) // Google takes numbers for their texts, and its own client sends them
    .nullish(),
  arrayValues: z.array(z.lazy(() => parameterValue)).optional(),
});

export const queryParameters = z
  .array(
    z.object({
      name: z.string().optional(),
      parameterType,
      parameterValue,
    }),
  )
  .max(1000);
export type QueryParameters = z.infer<typeof queryParameters>;

export interface Parameters {
  /** What the analyzer has to know of them. */
  options: object;
  /** Members 8 of an EvaluateQueryRequest. */
  encoded: Buffer;
}

const paramsMember = 8;

export function readParameters(given: QueryParameters): Parameters {
  const parameters = given.map(({ name = '', parameterType: type, parameterValue: value }) => {
    const field = fieldOf(name, type);
    return { field, value: valueOf(field, value) };
  });
  const encoded = Buffer.concat(
    parameters.map(({ field, value }) => encodeParameter(paramsMember, field, value)),
  );
  const named = parameters.every(({ field }) => field.name !== '');
  const options = named
    ? {
        parameter_mode: 'PARAMETER_NAMED',
        query_parameters: parameters.map(({ field }) => ({
          name: field.name,
          type: engineType(field),
        })),
      }
    : {
        parameter_mode: 'PARAMETER_POSITIONAL',
        positional_query_parameters: parameters.map(({ field }) => engineType(field)),
      };
  return { options, encoded };
}

function fieldOf(name: string, { type, arrayType }: ParameterType): Field {
  if (type.toUpperCase() === 'ARRAY' && arrayType) {
    return { ...fieldOf(name, arrayType), mode: 'REPEATED' };
  }
  const known = fieldType(type);
  if (!known || known === 'RECORD') {
    throw invalid(`Invalid value for parameter type: ${type} is not a valid value`);
  }
  return { name, type: known };
}

function valueOf(field: Field, { value, arrayValues }: ParameterValue): Value {
  if (field.mode === 'REPEATED') {
    return (arrayValues ?? []).map((each) => valueOf({ ...field, mode: 'NULLABLE' }, each));
  }
  return value === null || value === undefined ? null : readValue(field, value);
}
