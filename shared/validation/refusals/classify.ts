import type { Refusal } from '../../ports/answer.ts';
import { classifyAbsence } from './classify-absence.ts';
import { classifyDenial } from './classify-denial.ts';
import { classifyProject } from './classify-project.ts';
import { classifyToken } from './classify-token.ts';
import { classifyTrouble } from './classify-trouble.ts';
import { fingerprintOf } from './fingerprint.ts';
import { readRefusal, type Said } from './said.ts';
import { inconclusive, type Resource, type Verdict } from './verdict.ts';

/**
 * What an answer of Google means: the one place that reads them. Structure first (transport, status, reason, details),
 * sentences last; wording varies over the years and what nobody has seen yet is `unknown-answer`, never a guess.
 */
export function classify(refusal: Refusal): Verdict {
  if (refusal.kind === 'transport') return unanswered(refusal);
  const said = readRefusal(refusal);
  const verdict =
    classifyToken(said) ??
    classifyTrouble(said) ??
    classifyProject(said) ??
    classifyDenial(said) ??
    classifyAbsence(said) ??
    classifyOther(said);
  return toBeNoted.includes(verdict.cause) ? { ...verdict, evidence: evidenceOf(said) } : verdict;
}

/** An answer that made no sense was an answer: somebody has to look at it. */
function unanswered({ fault, operation }: Extract<Refusal, { kind: 'transport' }>): Verdict {
  if (fault === 'too-large') return inconclusive('answer-too-large', 'customer', 'table');
  if (fault !== 'unreadable') return inconclusive('no-answer', 'google');
  const evidence = { fingerprint: `unreadable-${operation.toLowerCase()}` };
  return { ...inconclusive('unreadable', 'operator'), evidence };
}

/** What nobody knows, or is ours to mend: somebody will look for it in the log. */
const toBeNoted: Verdict['cause'][] = ['unknown-answer', 'access-denied', 'our-request'];

/** Reasons of requests that Google could not read, or would not do as they stood: ours to mend, not the customer's. */
const unread = [
  'attributeError',
  'badRequest',
  'conditionNotMet',
  'invalid',
  'invalidParameter',
  'invalidQuery',
  'notImplemented',
  'parseError',
  'proxyAuthenticationRequired',
  'required',
  'resourceInUse',
];

function classifyOther({ reason, errorInfo, word, httpStatus, text }: Said): Verdict {
  if (reason === 'duplicate' || word === 'ALREADY_EXISTS' || (httpStatus === 409 && reason === ''))
    return inconclusive('duplicate', 'operator', existing(text));
  const unreadWord = ['INVALID_ARGUMENT', 'OUT_OF_RANGE'].includes(word) && errorInfo === '';
  if (unread.includes(reason) || (unreadWord && reason === '')) {
    return inconclusive('our-request', 'operator');
  }
  return inconclusive('unknown-answer', 'google');
}

function existing(text: string): Resource | undefined {
  const what = /already exists:?\s+(dataset|table)\b/i.exec(text)?.[1]?.toLowerCase();
  return what === 'dataset' || what === 'table' ? what : undefined;
}

/** What the customer can quote to support: Google's code if it is but a code, and the kind of answer it was. */
function evidenceOf(said: Said): Record<string, string> {
  const code = [said.reason, said.errorInfo, said.word].find((part) => part !== '') ?? '';
  return {
    ...(/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/.test(code) && { googleCode: code }),
    httpStatus: String(said.httpStatus),
    fingerprint: fingerprintOf(said),
  };
}
