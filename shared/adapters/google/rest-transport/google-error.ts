import { Status, type StatusCode, statusName } from './status.ts';

export interface Refusal {
  reason?: string | undefined;
  domain?: string | undefined;
  errorInfoMetadata?: unknown;
  statusDetails?: unknown[] | undefined;
  httpStatusCode?: number | undefined;
  retryDelayMs?: number | undefined;
}

/**
 * The error that the clients' callers know from google-gax: a numeric gRPC `code` and what Google said in types. Its
 * message is ours; Google's sentence, which may quote what was sent, is where no log looks.
 */
export class GoogleError extends Error {
  override name = 'GoogleError';
  code?: StatusCode;
  reason?: string | undefined;
  domain?: string | undefined;
  errorInfoMetadata?: unknown;
  statusDetails?: unknown[];
  httpStatusCode?: number | undefined;
  note?: string;
  declare readonly details: string;
  declare readonly retryDelayMs: number | undefined;
}

export function googleError(code: StatusCode, what: string, details = what): GoogleError {
  const error = new GoogleError(`${String(code)} ${statusName(code)}: ${what}`);
  error.code = code;
  return hidden(error, 'details', details);
}

export function refusedBy(error: GoogleError, refusal: Refusal): GoogleError {
  const { retryDelayMs, statusDetails, ...told } = refusal;
  Object.assign(error, told);
  if (statusDetails) error.statusDetails = statusDetails;
  return hidden(error, 'retryDelayMs', retryDelayMs);
}

export function asGoogleError(error: unknown): GoogleError {
  if (error instanceof GoogleError) return error;
  if (typeof error === 'string') return new GoogleError(error);
  const wrapped = googleError(Status.UNKNOWN, 'the call could not be made');
  wrapped.cause = error;
  return wrapped;
}

function hidden(error: GoogleError, name: string, value: unknown): GoogleError {
  return Object.defineProperty(error, name, { value, enumerable: false, configurable: true });
}
