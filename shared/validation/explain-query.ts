import type { Refusal } from '../ports/answer.ts';
import { asked, tableName } from './asked.ts';
import type { Subject } from './check.ts';
import { explainVerdict } from './explain-verdict.ts';
import { valueOf } from './fact.ts';
import type { Finding } from './finding.ts';
import { classify } from './refusals/classify.ts';
import { readRefusal } from './refusals/said.ts';
import { failed, inconclusive, type Verdict } from './refusals/verdict.ts';
import { block, grant } from './remedies/grant.ts';
import { findColumn } from './column-fitness.ts';

/** Why a query of the connector's table was refused: of a view, what lies behind it counts too. */
export async function explainQuery(subject: Subject, refusal: Refusal): Promise<Finding> {
  const verdict = classify(refusal);
  const { kind = 'TABLE', sourceFormat } = valueOf(await subject.facts.table()) ?? {};
  const view = kind.endsWith('VIEW');
  if (view && verdict.named && !isOurs(subject, verdict.named))
    return baseTable(subject, verdict.named);
  const withDriveScope = sourceFormat === 'GOOGLE_SHEETS';
  if (verdict.cause === 'drive-sheet' && withDriveScope) return sheetNotShared(subject);
  if (verdict.cause === 'partition-filter' && view) return unfilteredView(subject);
  if (view && (isInvalid(refusal) || isAbsent(verdict))) return brokenView(subject);
  // We saw the table, and ask for it where its dataset lies: if it is not there, we asked amiss.
  if (isAbsent(verdict)) return ourFault(subject, verdict);
  const finding = explainVerdict(verdict, asked(subject, tableName(subject)));
  return verdict.cause === 'policy-tag' ? await withTag(subject, finding) : finding;
}

type NamedTable = NonNullable<Verdict['named']>;

function isOurs({ draft: { field } }: Subject, { project, dataset, table }: NamedTable): boolean {
  return field?.project === project && field.dataset === dataset && field.table === table;
}

/** BigQuery asks for the right on each table that a view reads, unless that table's dataset authorises the view. */
function baseTable(subject: Subject, named: NamedTable): Finding {
  const { clientEmail } = subject.key;
  const name = `table ${named.project}.${named.dataset}.${named.table}`;
  const granted = grant('roles/bigquery.dataViewer', clientEmail, named);
  return {
    outcome: 'failed',
    cause: 'view-base-table',
    detail: `The ${tableName(subject)} is a view that reads ${name}, which ${clientEmail} may not read.`,
    remedy: {
      ...granted,
      text: `${granted.text.slice(0, -1)}, or to authorise the view in its dataset.`,
    },
    evidence: { missingPermission: 'bigquery.tables.getData', baseTable: name },
  };
}

/** Google has one sentence for a token without the Drive scope and for a sheet that is not shared; ours had the scope. */
function sheetNotShared(subject: Subject): Finding {
  return explainVerdict(failed('drive-sheet', 'sheet'), asked(subject, tableName(subject)));
}

/** We add the filter that a table requires; into a view only its author can put one. */
function unfilteredView(subject: Subject): Finding {
  return {
    outcome: 'failed',
    cause: 'view-partition-filter',
    detail: `The ${tableName(subject)} is a view over a table that may only be read with a filter on its partitions, and has none.`,
    remedy: {
      text: 'Ask whoever made the view to filter the partitions in it, or choose the table itself.',
    },
  };
}

/** Google does not say which tag it was; the column does. */
async function withTag(subject: Subject, finding: Finding): Promise<Finding> {
  const facts = valueOf(await subject.facts.table());
  const column = facts && findColumn(facts.columns, subject.draft.field?.column ?? '');
  const [tag] = column?.policyTags ?? [];
  if (!finding.remedy || tag === undefined || !tagName.test(tag)) return finding;
  const member = `serviceAccount:${subject.key.clientEmail}`;
  const values = { policy_tag: tag, role: 'roles/datacatalog.categoryFineGrainedReader', member };
  const terraform = block('google_data_catalog_policy_tag_iam_member', values);
  return { ...finding, remedy: { ...finding.remedy, terraform } };
}

/** https://cloud.google.com/data-catalog/docs/reference/rest/v1/projects.locations.taxonomies.policyTags */
const tagName = /^projects\/[\w.:-]+\/locations\/[\w-]+\/taxonomies\/\d+\/policyTags\/\d+$/;

const isAbsent = ({ cause }: Verdict) => cause === 'location' || cause === 'not-found';

function ourFault(subject: Subject, verdict: Verdict): Finding {
  const ours = { ...inconclusive('our-request', 'operator'), ...noted(verdict) };
  return explainVerdict(ours, asked(subject, tableName(subject)));
}

const noted = ({ evidence }: Verdict) => (evidence ? { evidence } : {});

/** Our own query is read from the same columns that the view tells: what is invalid is the view's SQL. */
function brokenView(subject: Subject): Finding {
  return {
    outcome: 'failed',
    cause: 'view-broken',
    detail: `The ${tableName(subject)} is a view whose own SQL ends in an error.`,
    remedy: {
      text: 'Ask whoever made the view to run it in BigQuery and to mend what it reports.',
    },
  };
}

function isInvalid(refusal: Refusal): boolean {
  return refusal.kind === 'http' && readRefusal(refusal).reason === 'invalidQuery';
}
