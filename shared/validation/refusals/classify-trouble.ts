import { quota } from './quota.ts';
import type { Said } from './said.ts';
import { inconclusive, type Verdict } from './verdict.ts';

/**
 * Reasons that mean "ask again" under whatever HTTP status they come: several are documented as 400 or 403
 * (https://cloud.google.com/bigquery/docs/error-messages; java-bigquery#1498, google-cloud-go#12490).
 */
const reasons: Record<string, Verdict> = {
  backenderror: inconclusive('google-5xx', 'google'),
  internalerror: inconclusive('google-5xx', 'google'),
  internalservererror: inconclusive('google-5xx', 'google'),
  jobbackenderror: inconclusive('google-5xx', 'google'),
  jobinternalerror: inconclusive('google-5xx', 'google'),
  serviceunavailable: inconclusive('google-5xx', 'google'),
  tableunavailable: inconclusive('google-5xx', 'google'),
  transienterror: inconclusive('google-5xx', 'google'),
  stopped: inconclusive('google-transient', 'google'),
  blocked: inconclusive('google-transient', 'google'),
  responsetoolarge: inconclusive('too-large', 'operator'),
  resourcesexceeded: inconclusive('resources', 'operator'),
  billingtierlimitexceeded: inconclusive('resources', 'operator'),
  bytesbilledlimitexceeded: inconclusive('our-request', 'operator'),
  dailylimitexceededunreg: inconclusive('our-request', 'operator'),
  timeout: inconclusive('timeout', 'google'),
};

/** The same said in gRPC's words (https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto). */
const words: Record<string, Verdict> = {
  ABORTED: inconclusive('google-transient', 'google'),
  CANCELLED: inconclusive('google-transient', 'google'),
  DEADLINE_EXCEEDED: inconclusive('timeout', 'google'),
  INTERNAL: inconclusive('google-5xx', 'google'),
  UNAVAILABLE: inconclusive('google-5xx', 'google'),
};

/** What passes, or is ours: limits, quotas, faults of Google, requests of ours that it could not read. */
export function classifyTrouble(said: Said): Verdict | undefined {
  const { httpStatus, word, text } = said;
  const reason = said.reason.toLowerCase();
  if (Object.hasOwn(reasons, reason)) return reasons[reason];
  if (isLimit(said)) return quota(said);
  if (Object.hasOwn(words, word) && reason !== 'accessdenied') return words[word];
  if (httpStatus >= 500) return inconclusive('google-5xx', 'google');
  if (httpStatus === 408) return inconclusive('timeout', 'google');
  return said.json ? undefined : ofPage(httpStatus, text);
}

function isLimit({ reason, errorInfo, word, httpStatus, text }: Said): boolean {
  if (/quotaexceeded|limitexceeded|exceededratelimits/i.test(reason)) return true;
  if (/^(?:RATE_LIMIT|QUOTA)_EXCEEDED$|RESOURCE_QUOTA/.test(errorInfo)) return true;
  if (httpStatus === 429 || word === 'RESOURCE_EXHAUSTED') return true;
  return (
    !['invalid', 'invalidQuery'].includes(reason) &&
    /^(?:\d{3} )?(?:exceeded rate limits|(?:custom )?quota exceeded):/i.test(text)
  );
}

const unreadable = [400, 404, 405, 411, 413, 414, 415, 431];

/** A page is no answer of the API: it did not get as far, so the address or the size of our request was wrong. */
function ofPage(httpStatus: number, text: string): Verdict | undefined {
  if (/automated queries|unusual traffic/i.test(text))
    return inconclusive('google-abuse-filter', 'operator');
  if (!unreadable.includes(httpStatus) || /^(?:\d{3} )?(?:not found:|access denied)/i.test(text))
    return undefined;
  return inconclusive('our-request', 'operator');
}
