/** https://cloud.google.com/apis/design/errors#handling_errors: the word, its number over gRPC, its number over HTTP. */
export const statuses = {
  INVALID_ARGUMENT: { grpc: 3, http: 400 },
  DEADLINE_EXCEEDED: { grpc: 4, http: 504 },
  NOT_FOUND: { grpc: 5, http: 404 },
  ALREADY_EXISTS: { grpc: 6, http: 409 },
  PERMISSION_DENIED: { grpc: 7, http: 403 },
  RESOURCE_EXHAUSTED: { grpc: 8, http: 429 },
  FAILED_PRECONDITION: { grpc: 9, http: 400 },
  ABORTED: { grpc: 10, http: 409 },
  UNAUTHENTICATED: { grpc: 16, http: 401 },
  UNIMPLEMENTED: { grpc: 12, http: 501 },
  INTERNAL: { grpc: 13, http: 500 },
  UNAVAILABLE: { grpc: 14, http: 503 },
} as const;

export type StatusWord = keyof typeof statuses;

/** google.rpc.ErrorInfo, the one detail that is sent here. */
export interface ErrorInfo {
  reason: string;
  domain: string;
  metadata: Record<string, string>;
}

/** A "no" of one of Google's services, whichever way it travels. */
export class GoogleStatus extends Error {
  override readonly name = 'GoogleStatus';
  readonly word: StatusWord;
  readonly info: ErrorInfo | undefined;

  constructor(word: StatusWord, message: string, info?: ErrorInfo) {
    super(message);
    this.word = word;
    this.info = info;
  }
}

export function invalidArgument(message: string): GoogleStatus {
  return new GoogleStatus('INVALID_ARGUMENT', message);
}

/** Google tells nobody who may not look whether there is something to be seen. */
export function permissionDenied(permission: string, resource: string): GoogleStatus {
  return new GoogleStatus(
    'PERMISSION_DENIED',
    `Permission '${permission}' denied for resource '${resource}' (or it may not exist).`,
    {
      reason: 'IAM_PERMISSION_DENIED',
      domain: 'iam.googleapis.com',
      metadata: { permission, resource },
    },
  );
}
