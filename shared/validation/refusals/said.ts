import type { Operation, Refusal } from '../../ports/answer.ts';

/** What Google said, read leniently from any of its envelopes. Missing parts are empty strings. */
export interface Said {
  operation: Operation;
  httpStatus: number;
  /** `errors[0].reason`, an ErrorInfo's reason, or the token endpoint's `error`. */
  reason: string;
  errorInfo: string;
  /** `status`, e.g. PERMISSION_DENIED. */
  word: string;
  /** The message as sent, bounded; it may hold text that a tenant wrote and is never shown. */
  text: string;
  json: boolean;
}

const longestText = 4000;

/**
 * Three envelopes: `{error: {code, message, errors, status, details}}` of the APIs, `{error, error_description}` of
 * the token endpoint (RFC 6749 §5.2), and a job whose `status.errorResult` tells the failure under HTTP 200.
 */
export function readRefusal(refusal: Extract<Refusal, { kind: 'http' }>): Said {
  const { operation, httpStatus, body } = refusal;
  const said = { operation, httpStatus, reason: '', errorInfo: '', word: '', json: true };
  if (!isObject(body)) return { ...said, text: text(body), json: false };
  const { error, error_description: description, status } = body;
  if (typeof error === 'string') return { ...said, reason: error, text: text(description) };
  if (isObject(error)) {
    const first: unknown = Array.isArray(error.errors) ? error.errors[0] : undefined;
    return {
      ...said,
      reason: isObject(first) ? text(first.reason) : '',
      errorInfo: errorInfoReason(error.details),
      word: text(error.status),
      text: text(error.message) || (isObject(first) ? text(first.message) : ''),
    };
  }
  const failure = isObject(status) && isObject(status.errorResult) ? status.errorResult : {};
  return { ...said, reason: text(failure.reason), text: text(failure.message) };
}

function errorInfoReason(details: unknown): string {
  for (const detail of Array.isArray(details) ? details.slice(0, 20) : []) {
    if (isObject(detail) && typeof detail.reason === 'string') return text(detail.reason);
  }
  return '';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, longestText) : '';
}
