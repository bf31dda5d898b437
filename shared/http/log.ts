import { defectTraits } from '../problems/defect-traits.ts';
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
  log('ERROR', 'defect', { ...facts, ...told, ...defectTraits(cause) }, trace);
}

/** What Node would print of a warning, message and all. */
export function logWarning(warning: Error & { code?: string }): void {
  const code = /^DEP\d{1,6}$/.exec(warning.code ?? '')?.[0];
  log('WARNING', 'warning', { code, ...defectTraits(warning) });
}
