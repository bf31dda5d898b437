import type { Operation, Refusal } from '../../ports/answer.ts';
import { cleanText } from './clean-text.ts';
import { type Envelope, type Fault, findEnvelope, isObject, readJson } from './envelope.ts';
import { type ErrorDetails, readDetails } from './error-details.ts';

/** What Google said, read leniently from any of its envelopes. Missing parts are empty strings. */
export interface Said extends ErrorDetails {
  operation: Operation;
  httpStatus: number;
  /** The reason of the error that matters, or the token endpoint's `error`. */
  reason: string;
  /** `status`, e.g. PERMISSION_DENIED. */
  word: string;
  /** The message in one line, bounded; it may hold text that a tenant wrote and is never shown. */
  text: string;
  json: boolean;
}

type HttpRefusal = Extract<Refusal, { kind: 'http' }>;

export const readRefusal = (refusal: HttpRefusal): Said => withoutTenantsWords(readAll(refusal));

function readAll({ operation, httpStatus, body: sent }: HttpRefusal): Said {
  const body = typeof sent === 'string' ? (readJson(sent) ?? sent) : sent;
  const said: Said = {
    ...{ operation, httpStatus, reason: '', word: '', text: '', json: true },
    ...readDetails(undefined),
  };
  if (isObject(body) && typeof body.error === 'string') {
    return { ...said, reason: cleanText(body.error), text: cleanText(body.error_description) };
  }
  const envelope = findEnvelope(body);
  if (!envelope) return { ...said, text: cleanText(body), json: isObject(body) };
  const { error, faults } = envelope;
  const fault = significant(faults) ?? error;
  const word = wordOf(error);
  return {
    ...said,
    httpStatus: statusOf(httpStatus, error, word),
    reason: cleanText(fault.reason),
    ...readDetails(error.details),
    word,
    text: messageOf(envelope, fault),
  };
}

/**
 * Whoever wrote a view can choose the sentence under which a query of it fails (`ERROR('Invalid JWT Signature')`), though
 * not the reason: it is always invalidQuery. Of such an answer the sentence counts for nothing, but for Google's own on
 * partitions, which a dry run says before any row is read.
 */
function withoutTenantsWords(said: Said): Said {
  const written = said.operation.startsWith('jobs.') && said.reason === 'invalidQuery';
  const ofGoogle = /^Cannot query over table .{1,2000} without a filter over column/.test(
    said.text,
  );
  return written && !ofGoogle ? { ...said, text: '' } : said;
}

/** Reasons that stand beside another, or that say no more than the HTTP status does. */
const insignificant = ['', 'stopped', 'forbidden', 'badRequest', 'failedPrecondition'];

function significant(faults: Fault[]): Fault | undefined {
  return faults.find(({ reason }) => !insignificant.includes(cleanText(reason))) ?? faults[0];
}

/** The error's own message is that of the first in its list; of another one, that one's tells more. */
function messageOf({ error, faults }: Envelope, fault: Fault): string {
  const [whole, part] = [cleanText(error.message), cleanText(fault.message)];
  return fault === faults[0] || fault === error ? whole || part : part || whole;
}

/** https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto */
const words: Record<number, [word: string, httpStatus: number]> = {
  1: ['CANCELLED', 499],
  2: ['UNKNOWN', 500],
  3: ['INVALID_ARGUMENT', 400],
  4: ['DEADLINE_EXCEEDED', 504],
  5: ['NOT_FOUND', 404],
  6: ['ALREADY_EXISTS', 409],
  7: ['PERMISSION_DENIED', 403],
  8: ['RESOURCE_EXHAUSTED', 429],
  9: ['FAILED_PRECONDITION', 400],
  10: ['ABORTED', 409],
  11: ['OUT_OF_RANGE', 400],
  12: ['UNIMPLEMENTED', 501],
  13: ['INTERNAL', 500],
  14: ['UNAVAILABLE', 503],
  15: ['DATA_LOSS', 500],
  16: ['UNAUTHENTICATED', 401],
};

function wordOf({ status, code }: Fault): string {
  return cleanText(status) || (typeof code === 'number' ? (words[code]?.[0] ?? '') : '');
}

/** Under 200, or none at all, what the error itself says: a part of a batch, a stream that broke off, a status of gRPC. */
function statusOf(httpStatus: number, { code }: Fault, word: string): number {
  if (httpStatus >= 300) return httpStatus;
  if (typeof code === 'number' && code >= 400 && code < 600) return code;
  return Object.values(words).find(([known]) => known === word)?.[1] ?? httpStatus;
}
