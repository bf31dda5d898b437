import { TraceableDefect } from '../problems/traceable-defect.ts';

type Fact = string | number | boolean | undefined;
export type Facts = Record<string, Fact>;
export type Severity = 'INFO' | 'WARNING' | 'ERROR';

/**
 * One JSON line an event, as Cloud Logging reads it (https://cloud.google.com/logging/docs/structured-logging).
 * It takes typed facts, never objects or foreign errors, and foreign text stands under `facts` alone.
 */
export function log(severity: Severity, message: string, facts: Facts, trace?: string): void {
  console.log(JSON.stringify({ severity, message, trace, facts }));
}

/**
 * A defect by its stack alone: an SDK hangs requests and tokens on its errors, and messages may quote a body. What
 * our own defects tell an operator comes beside it.
 */
export function logDefect(cause: unknown, facts: Facts, trace?: string): void {
  const told = cause instanceof TraceableDefect ? cause.facts : {};
  log('ERROR', 'defect', { ...facts, ...told, ...traitsOf(cause) }, trace);
}

/** What Node would print of a warning, message and all. */
export function logWarning(warning: Error & { code?: string }): void {
  const code = /^DEP\d{1,6}$/.exec(warning.code ?? '')?.[0];
  log('WARNING', 'warning', { code, ...traitsOf(warning) });
}

/** As whoever throws is called, in code: a text of another's making is none. */
const errorName =
  /^(?:[A-Z][A-Za-z]{1,40})?(?:Error|Warning|Problem|Failed|Denied|Expired|Invalid|Defect)$/;
/** A line of a stack that names a place, `at work (file:///srv/index.cjs:1:2)`, and none that a message made up. */
const place =
  /^\s+at (?:(?:async |new )*[\w$.<>#]{1,80}(?: \[as [\w$.]{1,80}\])? )?\(?(?:file:\/\/|node:|\/)[\w@.+/-]{1,250}:\d{1,9}:\d{1,6}\)?$/;

function traitsOf(cause: unknown): { error: string; at: string } {
  if (!(cause instanceof Error)) return { error: typeof cause, at: '' };
  const { name, stack } = cause as { name: unknown; stack?: unknown }; // whoever throws may have changed them
  const lines = typeof stack === 'string' ? stack.split('\n') : [];
  const places = lines.filter((line) => place.test(line)).slice(0, 12);
  const known = typeof name === 'string' && errorName.test(name);
  return { error: known ? name : 'Error', at: places.join('\n') };
}
