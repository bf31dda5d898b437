import type { Refusal } from '../ports/answer.ts';
import { asked, tableName } from './asked.ts';
import type { Subject } from './check.ts';
import { explainVerdict } from './explain-verdict.ts';
import { valueOf } from './fact.ts';
import type { Finding } from './finding.ts';
import { classify } from './refusals/classify.ts';
import { readRefusal } from './refusals/said.ts';
import { failed, type Verdict } from './refusals/verdict.ts';
import { grant } from './remedies/grant.ts';

/** Why a query of the connector's table was refused: of a view, what lies behind it counts too. */
export async function explainQuery(subject: Subject, refusal: Refusal): Promise<Finding> {
  const verdict = classify(refusal);
  if (verdict.named && !isOurs(subject, verdict.named)) return baseTable(subject, verdict.named);
  const { kind = 'TABLE', sourceFormat } = valueOf(await subject.facts.table()) ?? {};
  const withDriveScope = sourceFormat === 'GOOGLE_SHEETS';
  if (verdict.cause === 'drive-sheet' && withDriveScope) return sheetNotShared(subject);
  if (verdict.cause === 'partition-filter' && kind.endsWith('VIEW')) return unfilteredView(subject);
  if (kind.endsWith('VIEW') && isInvalid(refusal)) return brokenView(subject);
  return explainVerdict(verdict, asked(subject, tableName(subject)));
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
