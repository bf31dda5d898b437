/** What an answer of Google means: why, what follows for the check, and who can do something about it. */
export interface Verdict {
  cause: Cause;
  outcome: 'failed' | 'warning' | 'inconclusive';
  who: 'customer' | 'operator' | 'google';
  /** The kind of thing that the fault lies in. */
  on?: Resource;
  /** The missing permission, and the narrowest predefined role that has it. */
  permission?: string;
  role?: string;
  /**
   * Facts that may be shown: ids and codes that Google assigned, never its sentences. Of an answer that nobody knows
   * `googleCode`, `httpStatus` and `fingerprint`, by which operators find its kind.
   */
  evidence?: Record<string, string>;
  /** The table that Google named, if its name is one that a table can have. */
  named?: { project: string; dataset: string; table: string };
}

export type Resource =
  | 'project'
  | 'dataset'
  | 'table'
  | 'connection'
  | 'bucket'
  | 'policy tag'
  | 'sheet'
  | 'kms key'
  | 'service account';

export type Cause =
  | 'access-denied'
  | 'account-disabled'
  | 'account-gone'
  | 'answer-too-large'
  | 'api-disabled'
  | 'billing'
  | 'clock'
  | 'connections.use'
  | 'datasets.get'
  | 'drive-sheet'
  | 'duplicate'
  | 'google-5xx'
  | 'google-abuse-filter'
  | 'google-transient'
  | 'impersonation'
  | 'invalid-name'
  | 'jobs.create'
  | 'key-rejected'
  | 'kms'
  | 'location'
  | 'no-answer'
  | 'not-found'
  | 'org-policy'
  | 'org-setup'
  | 'our-request'
  | 'partition-filter'
  | 'permission'
  | 'policy-tag'
  | 'project-suspended'
  | 'project-wrong'
  | 'quota-custom'
  | 'quota-free-tier'
  | 'rate-limit'
  | 'reservation'
  | 'resources'
  | 'row-access-policy'
  | 'storage'
  | 'tables.create'
  | 'tables.get'
  | 'tables.getData'
  | 'tables.list'
  | 'tables.update'
  | 'tables.updateData'
  | 'timeout'
  | 'token-refused'
  | 'too-large'
  | 'unknown-answer'
  | 'unreadable'
  | 'user-project'
  | 'view-base-table'
  | 'vpc-sc'
  | 'wrong-email';

export const failed = (cause: Cause, on?: Resource): Verdict => ({
  cause,
  outcome: 'failed',
  who: 'customer',
  ...(on && { on }),
});

/** Ask again: the fault is not known to be the customer's. */
export const inconclusive = (cause: Cause, who: Verdict['who'], on?: Resource): Verdict => ({
  cause,
  outcome: 'inconclusive',
  who,
  ...(on && { on }),
});

/** The account may not look, which leaves open whether it may work. */
export function isDenial({ cause, permission }: Verdict): boolean {
  return permission !== undefined || cause === 'access-denied';
}
