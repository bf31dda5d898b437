import { isRecord } from './is-record.ts';
import type { MethodDescriptor } from './descriptors.ts';

export interface HttpRule {
  verb: string;
  path: string;
  /** `*`, the name of a field, or none. */
  body?: string | undefined;
}

const verbs = ['get', 'post', 'put', 'patch', 'delete'];

/** The method's `google.api.http` and its additional bindings, in their order. */
export function httpRules({ parsedOptions = [] }: MethodDescriptor): HttpRule[] {
  return parsedOptions
    .flatMap((option) => {
      const rule = option['(google.api.http)'];
      return isRecord(rule) ? [rule, rule.additional_bindings].flat() : [];
    })
    .filter(isRecord)
    .flatMap((rule) =>
      verbs
        .filter((verb) => typeof rule[verb] === 'string')
        .map((verb) => ({
          verb: verb.toUpperCase(),
          path: String(rule[verb]),
          body: typeof rule.body === 'string' ? rule.body : undefined,
        })),
    );
}

export function camelCase(field: string): string {
  return field.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
