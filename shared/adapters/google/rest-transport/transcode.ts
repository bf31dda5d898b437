import { camelCase, type HttpRule } from './http-rule.ts';
import { isRecord } from './is-record.ts';

export interface HttpRequest {
  verb: string;
  /** With its query. */
  path: string;
  body?: string;
}

/** A request's proto3 JSON as HTTP, by the first rule whose path it fills (https://aip.dev/127). */
export function transcode(
  json: Record<string, unknown>,
  rules: HttpRule[],
): HttpRequest | undefined {
  for (const rule of rules) {
    const filled = fill(rule.path, json);
    if (filled) return request(rule, filled, json);
  }
  return undefined;
}

interface Filled {
  path: string;
  fields: string[];
}

function request(rule: HttpRule, { path, fields }: Filled, json: Record<string, unknown>) {
  const { verb, body } = rule;
  const rest = fields.reduce(without, json);
  if (body === '*') return { verb, path: `${path}?${enumsAsNumbers}`, body: JSON.stringify(rest) };
  const named = body === undefined ? undefined : camelCase(body);
  const query = named === undefined ? rest : without(rest, named);
  return {
    verb,
    path: `${path}?${[...parameters(query), enumsAsNumbers].join('&')}`,
    ...(named !== undefined && { body: JSON.stringify(rest[named] ?? {}) }),
  };
}

/** What the generated clients ask for; it keeps answers readable when Google gives an enum a new name. */
const enumsAsNumbers = '$alt=json%3Benum-encoding=int';

function fill(template: string, json: Record<string, unknown>): Filled | undefined {
  const fields: string[] = [];
  const unfit: string[] = [];
  const path = template.replace(/\{([^}=]+)(?:=([^}]*))?\}/g, (_, name: string, pattern = '*') => {
    const field = camelCase(name);
    const value = valueAt(json, field);
    fields.push(field);
    if (typeof value === 'string' && fits(value, String(pattern))) return escaped(value);
    unfit.push(field);
    return '';
  });
  return unfit.length === 0 ? { path, fields } : undefined;
}

/** `*` is one segment and `**` are several, none of which may lead elsewhere. */
function fits(value: string, pattern: string): boolean {
  const source = pattern
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*|\*/g, (wildcard) => (wildcard === '*' ? '[^/]+' : '.+'));
  if (!new RegExp(`^${source}$`, 's').test(value)) return false;
  if (value.split('/').some((segment) => segment === '.' || segment === '..'))
    throw new TypeError('A name of a resource may not have . or .. for a part');
  return true;
}

function valueAt(json: Record<string, unknown>, field: string): unknown {
  return field
    .split('.')
    .reduce<unknown>((value, part) => (isRecord(value) ? value[part] : undefined), json);
}

function without(json: Record<string, unknown>, field: string): Record<string, unknown> {
  const [first = '', ...rest] = field.split('.');
  const { [first]: found, ...others } = json;
  if (rest.length === 0) return others;
  return isRecord(found) ? { ...others, [first]: without(found, rest.join('.')) } : json;
}

function parameters(json: Record<string, unknown>, prefix = ''): string[] {
  return Object.entries(json).flatMap(([key, value]) => {
    if (isRecord(value)) return parameters(value, `${prefix}${key}.`);
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.map((item) => `${escaped(`${prefix}${key}`)}=${escaped(String(item))}`);
  });
}

/** RFC 3986's unreserved characters, and the slash, stay as they are. */
function escaped(text: string): string {
  return encodeURIComponent(text)
    .replaceAll('%2F', '/')
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
