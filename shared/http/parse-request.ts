import type { IncomingMessage } from 'node:http';
import type * as z from 'zod';
import { Problem } from '../problems/problem.ts';
import type { Parts } from './endpoint.ts';
import { explainIssues, type FieldError, sentence } from './explain-issues.ts';
import { readBody } from './read-body.ts';
import { readJson } from './read-json.ts';
import type { Promised, Route } from './route.ts';

const mostJsonBytes = 64 * 1024;
const json = /^application\/json(?:\s*;\s*charset="?utf-8"?)?\s*$/i;
const file = /^application\/octet-stream\s*$/i;

/** The request as the call's schemas read it, or every field that has to be mended, at once. */
export async function parseRequest(
  httpRequest: IncomingMessage,
  { call, segments, search }: Route<Promised & { request: Parts }>,
): Promise<Record<string, unknown>> {
  const { request } = call;
  const body = await bodyOf(httpRequest, request);
  const errors: FieldError[] = [];
  const path = parsePart('path', request.path, segments, errors);
  if (errors.length > 0) throw unknownId(errors);
  const query = parsePart('query', request.query, parametersOf(search, errors), errors);
  const headers = parsePart('header', request.headers, headersOf(httpRequest), errors);
  const parsed = request.body ? parsePart('body', request.body, body, errors) : {};
  if (errors.length > 0) {
    throw new Problem('request-invalid', 'Mend the listed fields and send the request again.', {
      extensions: { errors },
    });
  }
  return { ...path, ...query, ...headers, ...parsed, ...(request.file && { file: body }) };
}

function parsePart(
  where: FieldError['in'],
  schema: z.ZodObject | undefined,
  value: unknown,
  errors: FieldError[],
): Record<string, unknown> {
  if (!schema) {
    if (where === 'query') refuseAll(value, errors);
    return {};
  }
  const parsed = schema.safeParse(value, { error: sentence });
  if (parsed.success) return parsed.data;
  errors.push(...explainIssues(where, parsed.error.issues));
  return {};
}

function refuseAll(value: unknown, errors: FieldError[]): void {
  for (const name of Object.keys(value as object)) {
    const pointer = /^[\w.-]{1,64}$/.test(name) ? `/${name}` : '';
    errors.push({ in: 'query', pointer, detail: 'is not known here; leave it out' });
  }
}

/** An id that cannot be one is an id of nothing: the answer is that of a well-formed unknown one. */
function unknownId(errors: FieldError[]): Problem {
  const about = errors[0]?.pointer === '/connectorId' ? 'connector-not-found' : 'path-not-found';
  return new Problem(about, 'Look up the id in the list of connectors.');
}

function parametersOf(search: URLSearchParams, errors: FieldError[]): Record<string, string> {
  const parameters = new Map<string, string>();
  for (const [name, value] of search) {
    if (parameters.has(name)) {
      const pointer = /^[\w.-]{1,64}$/.test(name) ? `/${name}` : '';
      errors.push({ in: 'query', pointer, detail: 'may be given once' });
    }
    parameters.set(name, value);
  }
  return Object.fromEntries(parameters);
}

function headersOf({ headers }: IncomingMessage): Record<string, unknown> {
  return headers['if-match'] === undefined ? {} : { etag: headers['if-match'] };
}

async function bodyOf(httpRequest: IncomingMessage, request: Parts): Promise<unknown> {
  if (!request.file && !request.body) return undefined;
  const type = httpRequest.headers['content-type'] ?? '';
  if (request.file) {
    if (!file.test(type)) {
      throw new Problem(
        'media-type-unsupported',
        'Send the file itself as the body, with Content-Type: application/octet-stream.',
      );
    }
    return readBody(httpRequest, request.file.maximumBytes);
  }
  // Whether there is one is known by its length alone: one in chunks may have none of them.
  const optional = request.bodyOptional ? await readBody(httpRequest, mostJsonBytes) : undefined;
  if (optional?.length === 0) return {};
  if (!json.test(type)) {
    throw new Problem(
      'media-type-unsupported',
      'Send JSON with Content-Type: application/json; the only charset is utf-8.',
    );
  }
  return readJson(optional ?? (await readBody(httpRequest, mostJsonBytes)));
}
