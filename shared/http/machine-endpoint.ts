import type * as z from 'zod';
import type { Note } from '../ports/note.ts';

/**
 * What one function promises to the machines of its own deployment, which call it by `POST /`. People have no part in it:
 * no role, no page, no stream, no origin.
 */
export type MachineEndpoint<Ports> = Omit<MachinePromise<z.ZodObject, Ports>, 'handle'> & {
  callers: 'machines';
  handle: (request: never, ports: Ports, work: MachineWork) => Promise<Outcome>;
};

export interface MachinePromise<Body extends z.ZodObject, Ports> {
  /** The function's name, which is its folder's. */
  name: string;
  description: string;
  body: Body;
  /** No body at all reads as an empty object. */
  bodyOptional?: boolean;
  /** After which nothing more is asked of others; what is left of the function's own time is for keeping what was found. */
  timeLimitMs: number;
  handle: (request: z.output<Body>, ports: Ports, work: MachineWork) => Promise<Outcome>;
}

/** The answer's body, and what the request's line of the log says beside the usual. */
export type Outcome = Record<string, string | number | boolean>;

export interface MachineWork {
  /** Aborted when the time is up. That a machine hung up means nothing: it asks again, and finds what was done. */
  signal: AbortSignal;
  note: Note;
}

/** Ties a body's schema to its handler, and then lets go of the types. */
export function machineEndpoint<Body extends z.ZodObject, Ports>(
  promise: MachinePromise<Body, Ports>,
): MachineEndpoint<Ports> {
  return { callers: 'machines', ...promise };
}
