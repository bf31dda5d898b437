import type { Check, CheckId } from '../schemas/report.ts';
import type { Cause } from './refusals/verdict.ts';

/** What Google answers, or does not, when it is Google that fails: nothing of it is about the customer. */
const ofGoogle: Cause[] = [
  'google-5xx',
  'google-abuse-filter',
  'google-transient',
  'no-answer',
  'rate-limit',
  'timeout',
];

/** The first thing that is asked of each service; whatever else there is to ask needs its answer. */
const first: CheckId[] = ['B2', 'C1'];

/** Whether Google kept a check from finding anything out at its sign-in or at BigQuery, through no limit of the customer's. */
export function metOutage(checks: Check[]): boolean {
  return checks.some(
    ({ id, cause = '', evidence }) =>
      first.includes(id) &&
      ofGoogle.some((each) => each === cause) &&
      evidence?.resource === undefined,
  );
}
