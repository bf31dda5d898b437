import type { Said } from './said.ts';
import { failed, inconclusive, type Verdict } from './verdict.ts';

type Rule = [pattern: RegExp, verdict: Verdict];

/** What follows `invalid_grant`; the sentences vary over the years, the words in them do not. */
const grantRules: Rule[] = [
  [/short-lived token|reasonable timeframe/i, inconclusive('clock', 'operator')],
  [/account (?:was )?not found|has been deleted/i, failed('account-gone', 'service account')],
  [/not a valid e-?mail|not a service account/i, failed('wrong-email', 'service account')],
  [
    /invalid jwt signature|signatureexception|invalid signature for token|\bkey (?:is |has been |was )?(?:disabled|deleted|expired|revoked)/i,
    failed('key-rejected', 'service account'),
  ],
  [
    /(?:robot|account) (?:is |has been |was )?(?:disabled|suspended)/i,
    failed('account-disabled', 'service account'),
  ],
  [/audience check|grant type|assertion/i, inconclusive('our-request', 'operator')],
];

/** RFC 6749 §5.2, and what Google adds to it. */
const errorRules: Record<string, Verdict> = {
  access_denied: failed('org-policy', 'service account'),
  account_restricted: failed('org-policy', 'service account'),
  admin_policy_enforced: failed('org-policy', 'service account'),
  org_internal: failed('org-policy', 'service account'),
  deleted_client: failed('account-gone', 'service account'),
  disabled_client: failed('account-disabled', 'service account'),
  unauthorized_client: inconclusive('impersonation', 'operator'),
  invalid_client: inconclusive('our-request', 'operator'),
  invalid_request: inconclusive('our-request', 'operator'),
  invalid_scope: inconclusive('our-request', 'operator'),
  unsupported_grant_type: inconclusive('our-request', 'operator'),
  internal_failure: inconclusive('google-5xx', 'google'),
  server_error: inconclusive('google-5xx', 'google'),
  temporarily_unavailable: inconclusive('google-5xx', 'google'),
  backend_error: inconclusive('google-5xx', 'google'),
  rate_limit_exceeded: inconclusive('rate-limit', 'operator'),
  slow_down: inconclusive('rate-limit', 'operator'),
};

export function classifyToken(said: Said): Verdict | undefined {
  const { operation, reason, text, json } = said;
  if (operation !== 'token') return undefined;
  if (reason === 'invalid_grant') {
    const rule = grantRules.find(([pattern]) => pattern.test(text));
    return rule?.[1] ?? inconclusive('token-refused', 'operator');
  }
  // Of a signed claim the client is the account (apps-script-oauth2#68); other clients are none of ours.
  if (reason === 'invalid_client' && /not found/i.test(text))
    return failed('wrong-email', 'service account');
  if (Object.hasOwn(errorRules, reason)) return errorRules[reason];
  if (!json && /automated queries|sorry/i.test(text)) {
    return inconclusive('google-abuse-filter', 'operator');
  }
  return undefined;
}
