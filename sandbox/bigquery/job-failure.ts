import { GoogleRefusal } from '../http/google-refusal.ts';
import type { JobError } from './job.ts';

/** Nobody needs longer on a laptop; the real limit is six hours. */
export const longestJobMs = 8_000;

/** Its caller wants the job no more. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** A job that failed with more than a sentence: the reason under which it is kept. */
export class JobFailure extends Error {
  override readonly name = 'JobFailure';
  readonly error: JobError;

  constructor(error: JobError) {
    super(error.message);
    this.error = error;
  }
}

/** What is kept of what ended a job. */
export function jobErrorOf(error: unknown, timeoutMs: number | undefined): JobError {
  if (error instanceof JobFailure) return error.error;
  if (error instanceof Cancelled) {
    return {
      reason: 'stopped',
      message: 'Job execution was cancelled: User requested cancellation',
    };
  }
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    if (timeoutMs !== undefined && timeoutMs < longestJobMs) {
      return {
        reason: 'stopped',
        message: `Job execution was cancelled: Job timed out after ${String(timeoutMs / 1000)}s`,
      };
    }
    return { reason: 'timeout', message: 'Query fails due to reaching the execution time limit' };
  }
  if (error instanceof GoogleRefusal) {
    const { error: said } = error.body as { error: { errors: JobError[] } };
    const [first] = said.errors;
    if (first) return { reason: first.reason, message: first.message, location: 'query' };
  }
  return {
    reason: 'jobInternalError',
    message:
      'The job encountered an internal error during execution and was unable to complete successfully.',
  };
}
