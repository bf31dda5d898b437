import type { Asked } from './asked.ts';
import type { Cause, Verdict } from './refusals/verdict.ts';

/** What is so, in our own words and the customer's names; no word of Google's answer is repeated. */
export function sentenceOf(verdict: Verdict, asked: Asked): string {
  return sentences[verdict.cause]?.(asked, verdict) ?? missingSentence(verdict, asked);
}

const again = 'Try again in a few minutes.';

const sentences: Partial<Record<Cause, (asked: Asked, verdict: Verdict) => string>> = {
  'account-disabled': ({ clientEmail }) => `The service account ${clientEmail} is disabled.`,
  'account-gone': ({ clientEmail }) =>
    `Google knows no service account ${clientEmail}: it was deleted.`,
  'answer-too-large': ({ what }) =>
    `What Google tells of ${what} is more than the 4 MiB that are read here.`,
  'api-disabled': ({ project }) => `The BigQuery API is not enabled in project ${project}.`,
  billing: ({ jobProject }) =>
    `No billing account pays for project ${jobProject}, so Google refuses there what costs money.`,
  clock: () => `Google found our clock wrong. This is our fault, not that of your key. ${again}`,
  'drive-sheet': ({ what, clientEmail }) =>
    `Google Drive did not let ${clientEmail} read the file behind ${what}.`,
  duplicate: () => `Google already had what we asked it to make. This is ours to mend. ${again}`,
  'google-5xx': () => `Google failed while answering. ${again}`,
  'google-abuse-filter': () => `Google turned our request away as automated traffic. ${again}`,
  'google-transient': () => `Google did not finish the work. ${again}`,
  impersonation: () =>
    `Google refused the way in which we signed in. This is ours to mend. ${again}`,
  'invalid-name': ({ what }) =>
    `Google does not take the name of ${what}: no dataset or table can have one like it.`,
  'key-rejected': ({ clientEmail }) =>
    `Google does not accept this key for ${clientEmail}: it was deleted, disabled or replaced, or it is only minutes old.`,
  kms: ({ what }) =>
    `BigQuery may not use the key in Cloud KMS that protects ${what}, or the key is switched off.`,
  location: ({ what }) => `Google did not find ${what} in the location where the query ran.`,
  'no-answer': () => `Google did not answer in time. ${again}`,
  'not-found': ({ what }) => `There is no ${what}, or the account may not know of it.`,
  'org-policy': () => 'A policy of your organisation does not allow this.',
  'org-setup': ({ what }) =>
    `The set-up of ${what} in your organisation limits what can be done with it.`,
  'our-request': () =>
    `Google did not accept our request as it was. This is ours to mend. ${again}`,
  'partition-filter': ({ what }) =>
    `Google wants a filter on the partitions of ${what}. This is ours to mend.`,
  'policy-tag': ({ what, clientEmail }) =>
    `A policy tag protects the key column of ${what}, and ${clientEmail} is not among its fine-grained readers.`,
  'project-suspended': ({ project }) => `Google has suspended project ${project}.`,
  'project-wrong': ({ project }) =>
    `There is no project ${project}: it was deleted, or its id is mistyped.`,
  'quota-custom': ({ jobProject }) =>
    `The quota that your administrator set for project ${jobProject} is used up for now.`,
  'quota-free-tier': ({ jobProject }) =>
    `The free amount of queries of project ${jobProject} is used up for now.`,
  'rate-limit': () => `Google asked us to slow down. ${again}`,
  reservation: ({ jobProject }) =>
    `Project ${jobProject} has no BigQuery capacity in the location of the data.`,
  resources: () => `Google found the query too much work. This is ours to mend.`,
  'row-access-policy': ({ what, clientEmail }) =>
    `Row access policies keep ${clientEmail} from all rows of ${what}.`,
  storage: ({ what, clientEmail }, { permission }) =>
    `The account ${clientEmail} lacks the permission ${String(permission)} on the Cloud Storage bucket behind ${what}.`,
  timeout: () => `Google did not finish in time. ${again}`,
  'token-refused': () => `Google did not accept our sign-in. ${again}`,
  'too-large': () => 'Google found the answer too large. This is ours to mend.',
  'unknown-answer': (_, verdict) =>
    `Google said no in a way that we do not know yet${codesOf(verdict)}. We have noted it. ${again}`,
  'access-denied': ({ what, clientEmail }) =>
    `Google denied ${clientEmail} access to ${what} without naming the missing permission.`,
  unreadable: () => `Google answered in a way that we cannot read. We have noted it. ${again}`,
  'view-base-table': ({ what, clientEmail }) =>
    `The ${what} reads other tables, which ${clientEmail} may not read.`,
  'vpc-sc': ({ project }) =>
    `A security perimeter (VPC Service Controls) around project ${project} keeps our service out.`,
  'wrong-email': ({ clientEmail }) => `${clientEmail} is not the e-mail of any account at Google.`,
};

/** Its code, if it gave one, and ours, under which support finds the kind of answer. */
function codesOf({ evidence }: Verdict): string {
  const { googleCode, fingerprint } = evidence ?? {};
  if (fingerprint === undefined) return '';
  return googleCode === undefined
    ? ` (for our support: ${fingerprint})`
    : ` (its code: ${googleCode}; for our support: ${fingerprint})`;
}

function missingSentence({ permission, on }: Verdict, asked: Asked): string {
  const { clientEmail, what, jobProject } = asked;
  if (permission === 'bigquery.jobs.create')
    return `The account ${clientEmail} may not run queries in project ${jobProject}.`;
  if (permission === 'bigquery.tables.getData')
    return `The account ${clientEmail} may not read the rows of ${what}.`;
  return `The account ${clientEmail} lacks the permission ${permission ?? 'that is needed'} on ${place(asked, on)}.`;
}

/** Where a right is missing is not always what was asked for: to list a dataset's tables is the dataset's to grant. */
function place({ what, project, dataset }: Asked, on: Verdict['on']): string {
  if (on === 'project') return `project ${project}`;
  return on === 'dataset' && dataset !== undefined ? `dataset ${project}.${dataset}` : what;
}
