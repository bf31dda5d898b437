/** gRPC's codes by name (https://grpc.github.io/grpc/core/md_doc_statuscodes.html). */
export const Status = {
  OK: 0,
  CANCELLED: 1,
  UNKNOWN: 2,
  INVALID_ARGUMENT: 3,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  ALREADY_EXISTS: 6,
  PERMISSION_DENIED: 7,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  ABORTED: 10,
  OUT_OF_RANGE: 11,
  UNIMPLEMENTED: 12,
  INTERNAL: 13,
  UNAVAILABLE: 14,
  DATA_LOSS: 15,
  UNAUTHENTICATED: 16,
} as const;

export type StatusName = keyof typeof Status;
export type StatusCode = (typeof Status)[StatusName];

export function isStatusName(name: unknown): name is StatusName {
  return typeof name === 'string' && Object.hasOwn(Status, name);
}

export function statusName(code: StatusCode): StatusName {
  return Object.keys(Status).filter(isStatusName)[code] ?? 'UNKNOWN';
}

const codeOf: Record<number, StatusCode> = {
  400: Status.INVALID_ARGUMENT,
  401: Status.UNAUTHENTICATED,
  403: Status.PERMISSION_DENIED,
  404: Status.NOT_FOUND,
  409: Status.ABORTED,
  416: Status.OUT_OF_RANGE,
  429: Status.RESOURCE_EXHAUSTED,
  499: Status.CANCELLED,
  501: Status.UNIMPLEMENTED,
  // google-gax takes it for INTERNAL; gRPC's own table does not, and a front end that lost its back end is not down for good.
  502: Status.UNAVAILABLE,
  503: Status.UNAVAILABLE,
  504: Status.DEADLINE_EXCEEDED,
};

/** For an answer that does not name its gRPC code: a proxy's page, say. */
export function codeOfHttpStatus(httpStatus: number): StatusCode {
  const known = codeOf[httpStatus];
  if (known !== undefined) return known;
  if (httpStatus >= 400 && httpStatus < 500) return Status.FAILED_PRECONDITION;
  return httpStatus >= 500 && httpStatus < 600 ? Status.INTERNAL : Status.UNKNOWN;
}
