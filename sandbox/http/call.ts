import type { IncomingHttpHeaders } from 'node:http';
import type { ZodType } from 'zod';
import { invalid } from './google-refusal.ts';

/** One request, read whole. */
export interface Call {
  method: string;
  /** Below the folder under which the sandbox is mounted. */
  path: string;
  /** That folder, so that links lead back here: empty, or as `/sandbox`. */
  mountedAt: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** The named parts of the route's path. */
  part: (name: string) => string;
}

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** The body as JSON of that shape; members that the sandbox does not use pass by. */
export function readJson<Shape>({ body }: Call, schema: ZodType<Shape>): Shape {
  return parseJson(body, schema);
}

export function parseJson<Shape>(text: Buffer, schema: ZodType<Shape>): Shape {
  const parsed = schema.safeParse(text.length === 0 ? {} : jsonOf(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') ?? '';
  throw invalid(`Invalid value at '${where}': ${issue?.message ?? 'unexpected'}`, 'badRequest');
}

function jsonOf(text: Buffer): unknown {
  try {
    return JSON.parse(text.toString());
  } catch {
    throw invalid('Invalid JSON payload received. Parse error.', 'parseError');
  }
}

/** A whole number of the query, as `maxResults`. */
export function numberIn(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null || text === '') return undefined;
  if (!/^\d{1,15}$/.test(text)) throw invalid(`Invalid value for parameter ${name}`);
  return Number(text);
}
