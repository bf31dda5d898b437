import type * as z from 'zod';
import type { Note } from '../ports/note.ts';
import type { ProblemCode } from '../problems/catalogue.ts';
import type { Caller, Role } from '../schemas/caller.ts';

/** What one function promises its callers: everything that the server, the tests and OpenAPI need to know of it. */
export interface Endpoint<Ports> {
  /** The function's name, which is its folder's. */
  name: string;
  description: string;
  calls: Call<Ports>[];
}

/** One call as `serve` sees it, its types of request and outcome already checked by `call`. */
export type Call<Ports> = Omit<CallPromise<Parts, never, Ports>, 'handle'> & {
  handle: (request: never, caller: Caller, ports: Ports, work: Work) => Promise<unknown>;
};

export interface Parts {
  path?: z.ZodObject;
  query?: z.ZodObject;
  headers?: z.ZodObject;
  body?: z.ZodObject;
  /** No body at all reads as an empty object. */
  bodyOptional?: boolean;
  /** The body is a file, not JSON: at most so many bytes of application/octet-stream. */
  file?: { maximumBytes: number };
  /** The call gives pages: what a page token carries from one to the next. */
  cursor?: z.ZodType;
}

export interface CallPromise<P extends Parts, Outcome, Ports> {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Segments in braces are named in `request.path`. */
  path: string;
  summary: string;
  description?: string;
  role: Role;
  request: P;
  /** The answer's status, where it does not depend on the outcome, and its schema. */
  status: number;
  /** Where the same call may succeed in two ways: the other status, and which one it is. */
  otherStatus?: number;
  statusOf?: (outcome: Outcome) => number;
  /** The part of the outcome that is the answer's body; all of it if left out. */
  bodyOf?: (outcome: Outcome) => unknown;
  answer: z.ZodType;
  /** With `Accept: text/event-stream` what the handler tells is sent at once. */
  streams?: boolean;
  /** Refusals beyond those that every call of its kind has. */
  problems: ProblemCode[];
  handle: (request: RequestOf<P>, caller: Caller, ports: Ports, work: Work) => Promise<Outcome>;
}

/** What surrounds the handling of one request. */
export interface Work {
  /** Aborted when the client has gone. */
  signal: AbortSignal;
  /** Sends an event to a client that listens to a stream; does nothing for others. */
  tell: (event: string, data: unknown) => void;
  /** One line for the operators, with the request's trace. */
  note: Note;
}

type Out<T> = T extends z.ZodType ? z.output<T> : unknown;

/** Path, query, headers and body as one flat object; a page's cursor as `after`, a file's bytes as `file`. */
export type RequestOf<P extends Parts> = Out<P['path']> &
  Out<P['query']> &
  Out<P['headers']> &
  Out<P['body']> &
  (P['cursor'] extends z.ZodType ? { after?: z.output<P['cursor']> | undefined } : unknown) &
  (P['file'] extends object ? { file: Uint8Array } : unknown);

/** Ties a call's schemas to its handler, and then lets go of the types. */
export function call<P extends Parts, Outcome, Ports>(
  promise: CallPromise<P, Outcome, Ports>,
): Call<Ports> {
  return promise; // a handler of one request's type, kept among handlers of others
}
