import type { Answer, HttpRefusal, Operation } from '../../ports/answer.ts';
import { LargeAnswer } from './rest-transport/large-answer.ts';

/** As Google's client tells it. */
export interface Answered {
  failed: boolean;
  body: unknown;
  response?: { statusCode?: number; headers?: Record<string, unknown> } | undefined;
}

/** What it means: what was asked for, or why not. */
export function judge<T>(
  operation: Operation,
  { failed, body, response }: Answered,
  signal: AbortSignal,
  read: (body: unknown) => T | undefined,
): Answer<T> {
  const httpStatus = response?.statusCode;
  if (httpStatus === undefined) {
    const fault = signal.aborted ? 'stopped' : 'unreachable';
    return { refusal: { kind: 'transport', operation, fault } };
  }
  if (failed || httpStatus >= 300) {
    const date = response?.headers?.date;
    const refusal: HttpRefusal = { kind: 'http', operation, httpStatus, body };
    return { refusal: typeof date === 'string' ? { ...refusal, date } : refusal };
  }
  if (body instanceof LargeAnswer && body.text === undefined)
    return { refusal: { kind: 'transport', operation, fault: 'too-large' } };
  const value = read(body instanceof LargeAnswer ? jsonOf(body) : body);
  if (value === undefined)
    return { refusal: { kind: 'transport', operation, fault: 'unreadable' } };
  return { value };
}

/** Read here, one after the other, so that of many only one is there as text and as what is in it. */
function jsonOf({ text = '' }: LargeAnswer): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
