import { decodeDuration } from './decode-well-known.ts';
import { type GoogleError, googleError, refusedBy } from './google-error.ts';
import { isRecord } from './is-record.ts';
import { codeOfHttpStatus, isStatusName, Status } from './status.ts';

const typePrefix = 'type.googleapis.com/google.rpc.';

/** What an answer that is no 2xx, or an element of a stream that is an error, comes to. */
export function refusalOfAnswer(method: string, httpStatus: number, body: unknown): GoogleError {
  const told = errorMember(body);
  const said = typeof told?.message === 'string' ? told.message : '';
  const code = isStatusName(told?.status) ? Status[told.status] : codeOfHttpStatus(httpStatus);
  const details = Array.isArray(told?.details) ? told.details.filter(isRecord) : [];
  const errorInfo = details.find((detail) => detail['@type'] === `${typePrefix}ErrorInfo`);
  const retryInfo = details.find((detail) => detail['@type'] === `${typePrefix}RetryInfo`);
  return refusedBy(googleError(code, `${method} was refused${expiry(said)}`, said), {
    httpStatusCode: httpStatus,
    reason: text(errorInfo?.reason),
    domain: text(errorInfo?.domain),
    errorInfoMetadata: errorInfo?.metadata,
    statusDetails: details.length > 0 ? details : undefined,
    retryDelayMs: delayOf(retryInfo),
  });
}

/**
 * Firestore's client runs a transaction again by these words of an INVALID_ARGUMENT, which has no reason in types: it is
 * over, perhaps because a commit was made whose answer was lost. The emulator says the same in words of its own.
 */
function expiry(said: string): string {
  const over = /transaction has expired|Transaction is invalid or (?:closed|expired)/.test(said);
  return over ? ': transaction has expired' : '';
}

/** A stream's refusal comes in an array, as its answers do. */
function errorMember(body: unknown): Record<string, unknown> | undefined {
  const holder: unknown = Array.isArray(body)
    ? body.find((element) => isRecord(element) && isRecord(element.error))
    : body;
  return isRecord(holder) && isRecord(holder.error) ? holder.error : undefined;
}

function delayOf(retryInfo: Record<string, unknown> | undefined): number | undefined {
  if (typeof retryInfo?.retryDelay !== 'string') return undefined;
  const duration = decodeDuration(retryInfo.retryDelay);
  return duration && Number(duration.seconds) * 1000 + duration.nanos / 1e6;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
