import type { Said } from './said.ts';
import { failed, inconclusive, type Verdict } from './verdict.ts';

type Rule = [pattern: RegExp, verdict: Verdict];

/** What follows `invalid_grant`; the sentences vary over the years, the words in them do not. */
const grantRules: Rule[] = [
  [/short-lived token|reasonable timeframe/i, inconclusive('clock', 'operator')],
  [/account (?:was )?not found|has been deleted/i, failed('account-gone', 'service account')],
  [/not a valid e-?mail/i, failed('wrong-email', 'service account')],
  [
    /invalid jwt signature|signatureexception|invalid signature for token/i,
    failed('key-rejected', 'service account'),
  ],
  [
    /(?:robot|account) (?:is |has been )?(?:disabled|suspended)/i,
    failed('account-disabled', 'service account'),
  ],
];

/** RFC 6749 §5.2, and what Google adds to it. */
const errorRules: Record<string, Verdict> = {
  access_denied: failed('org-policy', 'service account'),
  deleted_client: failed('account-gone', 'service account'),
  disabled_client: failed('account-disabled', 'service account'),
  unauthorized_client: inconclusive('impersonation', 'operator'),
  invalid_client: inconclusive('our-request', 'operator'),
  invalid_request: inconclusive('our-request', 'operator'),
  invalid_scope: inconclusive('our-request', 'operator'),
  unsupported_grant_type: inconclusive('our-request', 'operator'),
  internal_failure: inconclusive('google-5xx', 'google'),
};

export function classifyToken(said: Said): Verdict | undefined {
  if (said.operation !== 'token') return undefined;
  if (said.reason === 'invalid_grant') {
    const rule = grantRules.find(([pattern]) => pattern.test(said.text));
    return rule?.[1] ?? inconclusive('token-refused', 'operator');
  }
  if (Object.hasOwn(errorRules, said.reason)) return errorRules[said.reason];
  if (!said.json && /automated queries|sorry/i.test(said.text)) {
    return inconclusive('google-abuse-filter', 'operator');
  }
  return undefined;
}
