import { missing, namedPermission } from './permissions.ts';
import type { Said } from './said.ts';
import { failed, inconclusive, type Verdict } from './verdict.ts';

type Rule = [applies: (said: Said) => boolean, verdict: Verdict | ((said: Said) => Verdict)];

const says =
  (pattern: RegExp) =>
  ({ text }: Said): boolean =>
    pattern.test(text);
const bears =
  (...codes: string[]) =>
  ({ reason, errorInfo }: Said): boolean =>
    codes.includes(reason) || codes.includes(errorInfo);

const violation = /vpcServiceControlsUniqueIdentifier:?\s*([\w-]{8,200})/;

/** Structure before sentences, the specific before the general: a generic "Access Denied" names the wrong role. */
const rules: Rule[] = [
  [bears('ACCOUNT_STATE_INVALID'), failed('account-disabled', 'service account')],
  [bears('accessNotConfigured', 'SERVICE_DISABLED'), failed('api-disabled', 'project')],
  [says(/has not enabled bigquery/i), failed('api-disabled', 'project')],
  [bears('CONSUMER_INVALID'), failed('project-wrong', 'project')],
  [bears('CONSUMER_SUSPENDED'), failed('project-suspended', 'project')],
  [bears('USER_PROJECT_DENIED'), missing('serviceusage.services.use')],
  [bears('BILLING_DISABLED'), failed('billing', 'project')],
  [(said) => bears('billingNotEnabled')(said) || says(/free tier/i)(said), billing],
  [
    (said) => bears('policyViolation', 'SECURITY_POLICY_VIOLATED')(said) || says(violation)(said),
    perimeter,
  ],
  [
    bears('insufficientPermissions', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT'),
    inconclusive('our-request', 'operator'),
  ],
  [({ httpStatus }) => httpStatus === 401, unauthenticated],
  [
    says(/getting drive credentials|google drive scope/i),
    inconclusive('drive-sheet', 'operator', 'sheet'),
  ],
  [says(/error code: permission_denied/i), failed('drive-sheet', 'sheet')],
  [says(/globbing file pattern/i), globbing],
  [says(/cloud kms error|cloudkms\./i), kms],
  [says(/policy tag|finegrainedget|fine-grained reader/i), policyTag],
  [says(/row access polic/i), failed('row-access-policy', 'table')],
  [says(/without a filter over column/i), inconclusive('partition-filter', 'operator', 'table')],
  [
    says(/does not have the reservation|no slots are configured/i),
    failed('reservation', 'project'),
  ],
  [says(/failover dataset/i), { ...failed('org-setup', 'dataset'), outcome: 'warning' }],
  [
    says(/violates constraint|constraints\/gcp\./i),
    { ...failed('org-policy', 'dataset'), who: 'operator' },
  ],
  [
    says(/administrator requires that you specify an encryption key/i),
    failed('org-policy', 'project'),
  ],
  [says(/is not yet publicly available/i), inconclusive('our-request', 'operator')],
];

export function classifyDenial(said: Said): Verdict | undefined {
  const rule = rules.find(([applies]) => applies(said));
  if (rule) return typeof rule[1] === 'function' ? rule[1](said) : rule[1];
  const permission = namedPermission(said.text);
  if (permission !== undefined) return missingFor(said, permission);
  if (/permission to query table/i.test(said.text)) {
    const named = namedTable(said.text);
    const verdict = missing('bigquery.tables.getData');
    return named ? { ...verdict, named } : withoutResource(verdict);
  }
  if (isDenial(said)) return failed('access-denied');
  return undefined;
}

/** `P:D.T` or `P.D.T`, where P may be `domain:project`. */
const tablePath =
  /query table\s+[`']?((?:[\w.-]{1,100}:)?[\w-]{1,100})[:.](\w{1,1024})\.([\p{L}\p{M}\p{N}\p{Pc}\p{Pd} ]{1,1024}?)[`'.,]?(?:\s|,|$)/iu;

function namedTable(text: string): Verdict['named'] {
  const [, project, dataset, table] = tablePath.exec(text) ?? [];
  if (project === undefined || dataset === undefined || table === undefined) return undefined;
  return { project, dataset, table };
}

function isDenial({ httpStatus, reason, word }: Said): boolean {
  return httpStatus === 403 || reason === 'accessDenied' || word === 'PERMISSION_DENIED';
}

/** A query that is refused the metadata of a table was asked through a view: we read the view's own before. */
function missingFor({ operation }: Said, permission: string): Verdict {
  const verdict = missing(permission);
  const throughView = permission === 'bigquery.tables.get' && operation.startsWith('jobs.');
  return throughView ? { ...verdict, cause: 'view-base-table' } : verdict;
}

function withoutResource({ on: _, ...verdict }: Verdict): Verdict {
  return verdict;
}

/** A project without billing works as a BigQuery "sandbox"; what it may not do there is a warning. */
function billing({ text }: Said): Verdict {
  const limited = /free tier|expiration time/i.test(text);
  return limited
    ? { ...failed('billing', 'project'), outcome: 'warning' }
    : failed('billing', 'project');
}

function perimeter({ text }: Said): Verdict {
  const id = violation.exec(text)?.[1];
  return {
    ...failed('vpc-sc', 'project'),
    ...(id !== undefined && { evidence: { violationId: id } }),
  };
}

function unauthenticated({ reason, text }: Said): Verdict {
  const absent = reason === 'required' || /login required|missing required auth/i.test(text);
  return inconclusive(absent ? 'our-request' : 'token-refused', 'operator');
}

function globbing({ httpStatus }: Said): Verdict {
  return httpStatus === 403
    ? failed('drive-sheet')
    : inconclusive('drive-sheet', 'operator', 'sheet');
}

function kms({ text }: Said): Verdict {
  const permission = /cloudkms\.[A-Za-z]+\.[A-Za-z]+/.exec(text)?.[0];
  return {
    ...failed('kms', 'kms key'),
    permission: permission ?? 'cloudkms.cryptoKeyVersions.useToEncrypt',
    role: 'roles/cloudkms.cryptoKeyEncrypterDecrypter',
  };
}

function policyTag(): Verdict {
  return {
    ...failed('policy-tag', 'policy tag'),
    permission: 'datacatalog.categories.fineGrainedGet',
    role: 'roles/datacatalog.categoryFineGrainedReader',
  };
}
