import { namedPermission } from './named-permission.ts';
import { bears, judge, says, type Rule } from './rule.ts';
import type { Said } from './said.ts';
import { failed, inconclusive, type Verdict } from './verdict.ts';

/** The word, not a part of a name. */
const deletedProject =
  /(?<![\w-])project(?![\w.:-]).{0,200}? (?:(?:has been|was|is) (?:deleted|scheduled for deletion)|is not found|not found or deleted)/i;
const identifier = /vpcServiceControlsUniqueIdentifier:?\s*([\w-]{8,200})/i;

/** What is wrong with a project or its organisation, whoever asks. Structure before sentences. */
const rules: Rule[] = [
  [
    bears('accessNotConfigured', 'SERVICE_DISABLED', 'SERVICE_NOT_VISIBLE'),
    failed('api-disabled', 'project'),
  ],
  [
    says(
      /has not enabled bigquery|has not been used in project .{1,200} before|\bapi (?:is|has) (?:not (?:been )?enabled|(?:been )?disabled)/i,
    ),
    failed('api-disabled', 'project'),
  ],
  [
    (said) =>
      bears('CONSUMER_SUSPENDED', 'GCP_SUSPENDED')(said) ||
      says(/(?:consumer|project) .{1,200} suspended/i)(said),
    failed('project-suspended', 'project'),
  ],
  [bears('CONSUMER_INVALID'), failed('project-wrong', 'project')],
  [
    (said) =>
      bears('policyViolation', 'SECURITY_POLICY_VIOLATED')(said) ||
      said.violation !== '' ||
      says(identifier)(said) ||
      says(/vpc service controls|prohibited by (?:the )?organi[sz]ation's policy/i)(said),
    perimeter,
  ],
  [isOfBilling, billing],
  [
    says(/project id ["']{2}|projectid must be non-empty/i),
    inconclusive('google-transient', 'google'),
  ],
  [
    (said) =>
      says(deletedProject)(said) ||
      says(/unknown project id|invalid project id|permission denied on resource project\b/i)(said),
    failed('project-wrong', 'project'),
  ],
  [says(/invalid dataset (?:id|name|reference) (?!["']{2})/i), failed('invalid-name', 'dataset')],
  [says(/invalid table (?:id|name|reference) (?!["']{2})/i), failed('invalid-name', 'table')],
  [
    says(/does not have the reservation|no slots are configured/i),
    failed('reservation', 'project'),
  ],
  [says(/failover dataset/i), { ...failed('org-setup', 'dataset'), outcome: 'warning' }],
  [
    (said) =>
      bears('LOCATION_ORG_POLICY_VIOLATED', 'LOCATION_POLICY_VIOLATED')(said) ||
      says(/violates constraint|constraints\/gcp\./i)(said),
    { ...failed('org-policy', 'dataset'), who: 'operator' },
  ],
  [
    (said) =>
      bears(
        'RESOURCE_USAGE_RESTRICTION_VIOLATED',
        'ORG_RESTRICTION_VIOLATION',
        'domainPolicy',
      )(said) ||
      says(
        /administrator requires that you specify an encryption key|constraints\/[a-z]+\.|organi[sz]ation polic(?:y|ies)\b/i,
      )(said),
    failed('org-policy', 'project'),
  ],
  [
    says(/in (?:the )?(?:different|same) (?:location|region)s?\b|different locations? than/i),
    failed('location', 'dataset'),
  ],
];

export const classifyProject = (said: Said): Verdict | undefined => judge(rules, said);

/** A denial that speaks of billing and names no permission. A thing may be called so, but not in a sentence's place. */
function isOfBilling(said: Said): boolean {
  const { reason, errorInfo, httpStatus, text } = said;
  if (['billingNotEnabled', 'accountDisabled'].includes(reason)) return true;
  if (/BILLING_(?:DISABLED|NOT_FOUND|NOT_OPEN)|_NO_BILLING/.test(errorInfo)) return true;
  if (/free tier|has billing disabled|billing has not been enabled/i.test(text)) return true;
  const speaks = /(?<![\w.:/-])billing(?![\w:/-]|\.\w)/i.test(text);
  return httpStatus === 403 && speaks && namedPermission(said) === undefined;
}

/** A project without billing works as a BigQuery "sandbox"; what it may not do there is a warning. */
function billing({ text }: Said): Verdict {
  const limited = /free tier|expiration time/i.test(text);
  return limited
    ? { ...failed('billing', 'project'), outcome: 'warning' }
    : failed('billing', 'project');
}

/** The identifier is Google's own, and finds the refusal in the customer's audit log. */
function perimeter({ text, violation }: Said): Verdict {
  const id = identifier.exec(text)?.[1] ?? violation;
  const verdict = failed('vpc-sc', 'project');
  return /^[\w-]{8,200}$/.test(id) ? { ...verdict, evidence: { violationId: id } } : verdict;
}
