import type { Said } from './said.ts';
import { inconclusive, type Verdict } from './verdict.ts';

/**
 * Reasons that mean "ask again" under whatever HTTP status they come: several are documented as 400 or 403
 * (https://cloud.google.com/bigquery/docs/error-messages; java-bigquery#1498, google-cloud-go#12490).
 */
const reasons: Record<string, Verdict> = {
  backenderror: inconclusive('google-5xx', 'google'),
  internalerror: inconclusive('google-5xx', 'google'),
  jobbackenderror: inconclusive('google-5xx', 'google'),
  jobinternalerror: inconclusive('google-5xx', 'google'),
  tableunavailable: inconclusive('google-5xx', 'google'),
  stopped: inconclusive('google-transient', 'google'),
  blocked: inconclusive('google-transient', 'google'),
  responsetoolarge: inconclusive('too-large', 'operator'),
  resourcesexceeded: inconclusive('resources', 'operator'),
  billingtierlimitexceeded: inconclusive('resources', 'operator'),
  bytesbilledlimitexceeded: inconclusive('our-request', 'operator'),
  timeout: inconclusive('timeout', 'google'),
};

/** What passes, or is ours: limits, quotas, faults of Google, requests of ours that it could not read. */
export function classifyTrouble(said: Said): Verdict | undefined {
  const reason = said.reason.toLowerCase();
  if (reason === 'quotaexceeded' || reason.endsWith('ratelimitexceeded')) return quota(said);
  if (Object.hasOwn(reasons, reason)) return reasons[reason];
  if (said.errorInfo === 'RATE_LIMIT_EXCEEDED' || said.httpStatus === 429) return quota(said);
  if (said.httpStatus >= 500) return inconclusive('google-5xx', 'google');
  if (said.httpStatus === 408) return inconclusive('timeout', 'google');
  if (/project id ''|projectid must be non-empty/i.test(said.text)) {
    return inconclusive('google-transient', 'google');
  }
  return undefined;
}

/** Not every quota is a daily one (nodejs-bigquery#542), and only some are the customer's to raise. */
function quota({ text }: Said): Verdict {
  if (/custom quota/i.test(text)) return inconclusive('quota-custom', 'customer', 'project');
  if (/free query bytes/i.test(text)) return inconclusive('quota-free-tier', 'customer', 'project');
  if (/\bthis project/i.test(text)) return inconclusive('rate-limit', 'operator', 'project');
  if (/\byour table\b/i.test(text)) return inconclusive('rate-limit', 'operator', 'table');
  return inconclusive('rate-limit', 'operator');
}
