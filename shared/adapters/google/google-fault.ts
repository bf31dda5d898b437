import * as z from 'zod';

export type GoogleFaultKind =
  | 'not-found'
  | 'already-exists'
  | 'denied'
  | 'aborted'
  | 'failed-precondition'
  | 'exhausted'
  | 'unavailable'
  | 'deadline'
  | 'other';

/** Why a call to Google failed. `status` is one of Google's own words; nothing of the error's text is in here. */
export interface GoogleFault {
  kind: GoogleFaultKind;
  status: string;
}

const kinds: Record<string, GoogleFaultKind> = {
  NOT_FOUND: 'not-found',
  ALREADY_EXISTS: 'already-exists',
  PERMISSION_DENIED: 'denied',
  ABORTED: 'aborted',
  FAILED_PRECONDITION: 'failed-precondition',
  RESOURCE_EXHAUSTED: 'exhausted',
  UNAVAILABLE: 'unavailable',
  INTERNAL: 'unavailable',
  DEADLINE_EXCEEDED: 'deadline',
};

/** By their numbers (https://grpc.io/docs/guides/status-codes). */
const grpcStatuses = [
  'OK',
  'CANCELLED',
  'UNKNOWN',
  'INVALID_ARGUMENT',
  'DEADLINE_EXCEEDED',
  'NOT_FOUND',
  'ALREADY_EXISTS',
  'PERMISSION_DENIED',
  'RESOURCE_EXHAUSTED',
  'FAILED_PRECONDITION',
  'ABORTED',
  'OUT_OF_RANGE',
  'UNIMPLEMENTED',
  'INTERNAL',
  'UNAVAILABLE',
  'DATA_LOSS',
  'UNAUTHENTICATED',
];

/** Where there is no word beside them. 409 is the one that stands for two: whoever is told looks what is there. */
const httpStatuses: Record<number, string> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  408: 'DEADLINE_EXCEEDED',
  409: 'ABORTED',
  412: 'FAILED_PRECONDITION',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  502: 'UNAVAILABLE',
  503: 'UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED',
};

const lenient = z.union([z.string(), z.number()]).optional().catch(undefined);
const body = z.object({ status: lenient, code: lenient }).optional().catch(undefined);
const thrown = z.object({
  code: lenient,
  status: lenient,
  httpStatusCode: lenient,
  error: body,
  response: z
    .object({ status: lenient, data: z.object({ error: body }).optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

/** Reads errors of both shapes: gRPC's numbers, and REST's HTTP statuses with Google's envelope or without it. */
export function googleFault(error: unknown): GoogleFault {
  const { data } = thrown.safeParse(error);
  const envelope = data?.response?.data?.error ?? data?.error;
  const signs = [
    envelope?.status,
    data?.status,
    data?.code,
    envelope?.code,
    data?.httpStatusCode,
    data?.response?.status,
  ];
  const status = signs.map(statusOf).find((word) => word !== undefined) ?? 'UNKNOWN';
  return { kind: kinds[status] ?? 'other', status };
}

function statusOf(sign: string | number | undefined): string | undefined {
  if (typeof sign === 'string') {
    if (grpcStatuses.includes(sign)) return sign;
    if (/^(?:E[A-Z_]{3,}|UND_ERR_[A-Z_]+)$/.test(sign)) return 'UNAVAILABLE'; // of Node: the network
  }
  const number = Number(sign);
  return grpcStatuses[number] ?? httpStatuses[number] ?? undefined;
}
