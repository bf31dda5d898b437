import type { Asked } from '../asked.ts';
import type { Cause, Verdict } from '../refusals/verdict.ts';
import { byAsking, ingressRule } from './by-asking.ts';
import { consolePages } from './console.ts';
import type { Cure } from './cure.ts';
import { block, grant, line } from './grant.ts';

/** What mends it and who can; nothing where only we or Google can. */
export function remedyFor(verdict: Verdict, asked: Asked): Cure | undefined {
  const { cause, role, on } = verdict;
  const { clientEmail, keyProject, jobProject, project, dataset, table } = asked;
  if (verdict.who === 'operator' || verdict.who === 'google') return undefined;
  const byCause: Partial<Record<Cause, () => Cure>> = {
    'account-disabled': () => ({
      text: `Ask whoever administers project ${keyProject} to enable the service account ${clientEmail}.`,
      consoleUrl: consolePages.serviceAccounts(keyProject),
      gcloud: line(
        'gcloud',
        'iam',
        'service-accounts',
        'enable',
        clientEmail,
        `--project=${keyProject}`,
      ),
    }),
    'account-gone': () => newKey(keyProject, 'a key of an existing service account'),
    'wrong-email': () => newKey(keyProject, 'a key of an existing service account'),
    'key-rejected': () =>
      newKey(keyProject, 'a new key, unless this one was made minutes ago: then validate again'),
    'answer-too-large': () => ({
      text: 'Choose a view of it that has only the columns that are needed.',
    }),
    'api-disabled': () => ({
      text: `Ask whoever administers project ${project} to enable the BigQuery API, then wait a few minutes.`,
      consoleUrl: consolePages.enableBigQuery(project),
      gcloud: line(
        'gcloud',
        'services',
        'enable',
        'bigquery.googleapis.com',
        `--project=${project}`,
      ),
      terraform: block('google_project_service', {
        project,
        service: 'bigquery.googleapis.com',
      }),
    }),
    billing: () => ({
      text: `Ask whoever administers project ${jobProject} to link a billing account.`,
      consoleUrl: consolePages.billing(jobProject),
    }),
    'quota-custom': () => ({
      text: `Wait until the quota renews, or ask whoever administers project ${jobProject} to raise it.`,
      consoleUrl: consolePages.quotas(jobProject),
    }),
    'project-wrong': () => ({
      text:
        project === keyProject
          ? `Check the project id ${project}, or ask for a key of a project that exists.`
          : `Check the project id ${project} for typing mistakes.`,
    }),
    'drive-sheet': () => ({
      text: `Share the Google Sheet with ${clientEmail} as a viewer, as with a colleague.`,
    }),
    'vpc-sc': () => ({
      text: `Ask whoever administers your organisation's security perimeter for an ingress rule that lets ${clientEmail} call bigquery.googleapis.com in project ${project}${violationOf(verdict)}:\n${ingressRule(asked)}`,
    }),
    'policy-tag': () => ({
      text: `Choose another column, or ask whoever administers the policy tags of project ${project} to grant Fine-Grained Reader (roles/datacatalog.categoryFineGrainedReader) on the column's tag to ${clientEmail}.`,
      consoleUrl: consolePages.policyTags(project),
    }),
    storage: () => ({
      text: `Ask whoever administers the Cloud Storage bucket behind the table to grant ${String(role)} on it to ${clientEmail}.`,
    }),
    kms: () => ({
      text: `Ask whoever administers the Cloud KMS key to check that it is enabled, and to grant CryptoKey Encrypter/Decrypter (roles/cloudkms.cryptoKeyEncrypterDecrypter) on it to BigQuery's own account of project ${project}, not to ${clientEmail}.`,
    }),
    'invalid-name': () => ({ text: 'Check the name for typing mistakes.' }),
    'not-found': () => ({ text: 'Check the name for typing mistakes.' }),
    'view-base-table': () => ({
      text: `Ask whoever administers the tables behind the view to grant BigQuery Data Viewer on them to ${clientEmail}, or to authorise the view.`,
    }),
  };
  const special = byCause[cause];
  if (special) return special();
  const known = byAsking[cause];
  if (known) return known(asked);
  if (role === undefined || on === undefined) return undefined;
  if (on === 'project')
    return grant(role, clientEmail, { project: cause === 'jobs.create' ? jobProject : project });
  if (dataset === undefined) return undefined;
  if (on === 'dataset') return grant(role, clientEmail, { project, dataset });
  if (on !== 'table') return undefined;
  // Where no table is named, it is one that is made: only who may work in the dataset may work in that.
  const place = table === undefined ? { project, dataset } : { project, dataset, table };
  return grant(role, clientEmail, place);
}

function violationOf({ evidence }: Verdict): string {
  return evidence?.violationId === undefined ? '' : ` (violation ${evidence.violationId})`;
}

function newKey(project: string, what: string): Cure {
  return {
    text: `Ask the colleague who gave you the key file for ${what}.`,
    consoleUrl: consolePages.serviceAccounts(project),
  };
}
