/** A "no" in Google's envelope (https://cloud.google.com/apis/design/errors#http_mapping). */
export class GoogleRefusal extends Error {
  override readonly name = 'GoogleRefusal';
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, body: unknown, message: string) {
    super(message);
    this.status = status;
    this.body = body;
  }
}

export interface Refused {
  code: number;
  /** BigQuery's own word: https://cloud.google.com/bigquery/docs/error-messages */
  reason: string;
  message: string;
  domain?: string;
  /** Further members of `errors[0]`, as `location`. */
  more?: Record<string, string>;
  /** For the one case in which the sentence and the entry of the list differ: a missing sign-in. */
  entryMessage?: string;
  details?: object[];
}

/** An answer of the BigQuery API: the sentence, the reason in `errors`, and the word of the status. */
export function refused(answer: Refused): GoogleRefusal {
  const { code, reason, message, domain = 'global', more, entryMessage, details } = answer;
  const body = {
    error: {
      code,
      message,
      errors: [{ message: entryMessage ?? message, domain, reason, ...more }],
      status: words[code] ?? 'UNKNOWN',
      ...(details && { details }),
    },
  };
  return new GoogleRefusal(code, body, message);
}

export function accessDenied(message: string): GoogleRefusal {
  return refused({ code: 403, reason: 'accessDenied', message: `Access Denied: ${message}` });
}

export function notFound(message: string): GoogleRefusal {
  return refused({ code: 404, reason: 'notFound', message: `Not found: ${message}` });
}

export function invalid(message: string, reason = 'invalid'): GoogleRefusal {
  return refused({ code: 400, reason, message });
}

const words: Record<number, string> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  409: 'ALREADY_EXISTS',
  412: 'FAILED_PRECONDITION',
  413: 'INVALID_ARGUMENT',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  501: 'UNIMPLEMENTED',
  503: 'UNAVAILABLE',
};
