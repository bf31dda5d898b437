import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { Problem } from '../problems/problem.ts';
import type { Parts } from './endpoint.ts';
import { explainIssues, type FieldError, pointer, sentence } from './explain-issues.ts';
import { readBody } from './read-body.ts';
import { readJson } from './read-json.ts';
import type { Promised, Route } from './route.ts';
import { unknownPlace } from './unknown-place.ts';

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
  if (errors.length > 0) throw invalid(errors);
  return { ...path, ...query, ...headers, ...parsed, ...(request.file && { file: body }) };
}

const none = z.strictObject({});

function parsePart(
  where: FieldError['in'],
  schema: z.ZodObject | undefined,
  value: unknown,
  errors: FieldError[],
): Record<string, unknown> {
  if (!schema && where !== 'query') return {};
  const parsed = (schema ?? none).safeParse(value, { error: sentence });
  if (parsed.success) return parsed.data;
  errors.push(...explainIssues(where, parsed.error.issues));
  return {};
}

/** More is no help, and would make the answer to nonsense many times as long as that. */
const mostErrors = 20;

function invalid(errors: FieldError[]): Problem {
  const places = new Map(errors.map((error) => [`${error.in} ${error.pointer}`, error]));
  const listed = [...places.values()].slice(0, mostErrors);
  const all = listed.length === places.size ? '' : ', of which these are the first,';
  return new Problem(
    'request-invalid',
    `Mend the listed fields${all} and send the request again.`,
    {
      extensions: { errors: listed },
    },
  );
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
      const place = pointer(unknownPlace(name));
      errors.push({ in: 'query', pointer: place, detail: 'may be given once' });
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
