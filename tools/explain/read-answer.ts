import type { HttpRefusal, Operation } from '../../shared/ports/answer.ts';
import { findEnvelope, isObject } from '../../shared/validation/refusals/envelope.ts';
import { readRefusal } from '../../shared/validation/refusals/said.ts';
import { BadInput } from './bad-input.ts';
import { guessOperation } from './guess-operation.ts';
import type { Options } from './read-options.ts';

export interface Read {
  refusal: HttpRefusal;
  /** What nobody told. */
  guessed: ('operation' | 'status')[];
}

/** Google's answer from what a colleague pasted: its body alone, or an entry that tells what was asked for as well. */
export function readAnswer(text: string, options: Options): Read {
  const pasted = fromJson(text.replace(/^\uFEFF/, '').trim());
  const entry = entryOf(pasted);
  const body = entry ? entry.body : pasted;
  if (!isError(body))
    throw new BadInput('This is no error of Google: nothing in it says what failed.');
  const operation = options.operation ?? operationOf(entry);
  const status = options.status ?? statusOf(entry) ?? statusInText(body);
  const asked = (operation ?? guessOperation(body)) as Operation;
  const refusal = refusalOf(asked, body, status);
  return {
    refusal,
    guessed: [
      ...(operation === undefined ? (['operation'] as const) : []),
      ...(status === undefined && !tellsStatus(refusal) ? (['status'] as const) : []),
    ],
  };
}

/** Under 200, or where nothing is told, the status is the one that the error itself tells. */
function refusalOf(operation: Operation, body: unknown, told: string | undefined): HttpRefusal {
  const refusal: HttpRefusal = { kind: 'http', operation, httpStatus: Number(told ?? 200), body };
  const { httpStatus } = readRefusal(refusal);
  if (told === undefined && httpStatus === 200 && typeof body === 'string')
    throw new BadInput('Text that is no JSON does not tell its HTTP status: add --status.');
  // The token endpoint says 400 to all but a few (RFC 6749 §5.2).
  return { ...refusal, httpStatus: told === undefined && isOfToken(body) ? 400 : httpStatus };
}

/** A failed job is told under 200. */
const tellsStatus = ({ httpStatus, body }: HttpRefusal): boolean =>
  !isOfToken(body) && (httpStatus !== 200 || (isObject(body) && isObject(body.status)));

const isOfToken = (body: unknown): boolean => isObject(body) && typeof body.error === 'string';

function fromJson(text: string): unknown {
  if (text === '')
    throw new BadInput('Nothing came on standard input: paste the answer of Google there.');
  try {
    return JSON.parse(text);
  } catch {
    return text; // a page, or what a client printed
  }
}

/** A case of test/validation, or an entry of a log, as they are or as Cloud Logging wraps them. */
function entryOf(pasted: unknown): Record<string, unknown> | undefined {
  if (!isObject(pasted)) return undefined;
  return 'body' in pasted ? pasted : entryOf(pasted.jsonPayload);
}

function operationOf(entry: Record<string, unknown> | undefined): string | undefined {
  const told = entry?.operation;
  const [operation] = typeof told === 'string' ? (/^[A-Za-z.]{2,100}/.exec(told) ?? []) : [];
  return operation;
}

function statusOf(entry: Record<string, unknown> | undefined): string | undefined {
  const told = entry?.httpStatus ?? entry?.status;
  return /^[1-5]\d\d$/.test(String(told)) ? String(told) : undefined;
}

function statusInText(body: unknown): string | undefined {
  if (typeof body !== 'string' || findEnvelope(body)) return undefined;
  return /(?:error|status|code|^)\W{0,3}([45]\d\d)\b/i.exec(body.slice(0, 2000))?.[1];
}

function isError(body: unknown): boolean {
  if (typeof body === 'string') return body.trim() !== '';
  if (isOfToken(body)) return true;
  const found = findEnvelope(body);
  return found !== undefined && (found.faults.length > 0 || Object.keys(found.error).length > 0);
}
