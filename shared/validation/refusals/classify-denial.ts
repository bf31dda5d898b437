import { namedPermission } from './named-permission.ts';
import { missing } from './permissions.ts';
import { namedTable, namesSomeTable } from './resource-names.ts';
import { bears, judge, says, type Rule } from './rule.ts';
import type { Said } from './said.ts';
import { failed, inconclusive, type Verdict } from './verdict.ts';

/** Structure before sentences, the specific before the general: a generic "Access Denied" names the wrong role. */
const rules: Rule[] = [
  [bears('ACCOUNT_STATE_INVALID'), failed('account-disabled', 'service account')],
  [
    (said) => bears('USER_PROJECT_DENIED')(said) || says(/permission to use project\b/i)(said),
    missing('serviceusage.services.use'),
  ],
  [
    (said) =>
      bears('insufficientPermissions', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT')(said) ||
      /^(?:API_KEY_|CREDENTIALS_MISSING|ACCESS_TOKEN_TYPE)/.test(said.errorInfo) ||
      says(
        /insufficient authentication scopes|valid api key|requests to this api .{1,300} are blocked/i,
      )(said),
    inconclusive('our-request', 'operator'),
  ],
  [({ httpStatus }) => httpStatus === 401, unauthenticated],
  [
    says(/drive credentials|drive scope|access google drive/i),
    inconclusive('drive-sheet', 'operator', 'sheet'),
  ],
  [
    says(/error code: (?:permission_denied|not_found)|files \/gdrive\//i),
    failed('drive-sheet', 'sheet'),
  ],
  [says(/failed to read the spreadsheet/i), inconclusive('google-transient', 'google')],
  [says(/access denied: (?:file|uri):? gs:/i), missing('storage.objects.get')],
  [(said) => namedPermission(said)?.startsWith('storage.') === true, missingFor],
  [says(/(?:globbing|opening|listing) files?\b/i), globbing],
  [says(/cloud kms|cloudkms\.|\/cryptokeys\//i), kms],
  [says(/policy tag|finegrainedget|fine-grained reader|raw access permission/i), policyTag],
  [says(/row(?:-level)? access polic/i), failed('row-access-policy', 'table')],
  [says(/without a filter over column/i), inconclusive('partition-filter', 'operator', 'table')],
  [says(/is not yet publicly available/i), inconclusive('our-request', 'operator')],
  [(said) => namedPermission(said) !== undefined && isDenial(said), missingFor],
  [provesDenial, failed('access-denied')],
];

export const classifyDenial = (said: Said): Verdict | undefined => judge(rules, said);

const ofDenials = ['', 'accessDenied', 'forbidden'];

/** A permission is named in other answers too: in advice. */
function isDenial({ httpStatus, reason, word }: Said): boolean {
  return httpStatus === 403 || reason === 'accessDenied' || word === 'PERMISSION_DENIED';
}

/** Not every 403 is one: it proves a denial only under a reason of denials, and in the words of the API. */
function provesDenial(said: Said): boolean {
  const { reason, errorInfo, json } = said;
  const known = ofDenials.includes(reason) && /^$|DENIED|FORBIDDEN/.test(errorInfo);
  return reason === 'accessDenied' || (json && known && isDenial(said));
}

/** A query that is refused the metadata of a table was asked through a view: we read the view's own before. */
function missingFor(said: Said): Verdict {
  const { operation, text } = said;
  const permission = namedPermission(said) ?? '';
  const { on, ...verdict } = missing(permission);
  const named = on === 'table' ? namedTable(text) : undefined;
  const throughView = permission === 'bigquery.tables.get' && operation.startsWith('jobs.');
  const nameless = /permission to query table/i.test(text) && !namesSomeTable(text);
  return {
    ...verdict,
    ...(throughView && { cause: 'view-base-table' as const }),
    ...(on !== undefined && !nameless && { on }),
    ...(named && { named }),
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

/** The right belongs to BigQuery's own account; a key that is switched off is mended by no right. */
function kms(said: Said): Verdict {
  if (/not enabled|disabled|destroy|not found/i.test(said.text)) return failed('kms', 'kms key');
  return isDenial(said)
    ? missing(namedPermission(said) ?? 'cloudkms.cryptoKeyVersions.useToEncrypt')
    : failed('kms', 'kms key');
}

function policyTag(): Verdict {
  return missing('datacatalog.categories.fineGrainedGet');
}
