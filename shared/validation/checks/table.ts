import type { TableFacts } from '../../ports/warehouse.ts';
import type { Evidence } from '../../schemas/report.ts';
import { asked, tableName } from '../asked.ts';
import type { CheckOfLadder, Subject } from '../check.ts';
import { explainHidden } from '../explain-hidden.ts';
import { type Finding, passed, notAsked } from '../finding.ts';
import { shown } from '../told.ts';
import { classify } from '../refusals/classify.ts';
import { line } from '../remedies/grant.ts';

const kinds: Record<string, string> = {
  TABLE: 'table',
  VIEW: 'view',
  MATERIALIZED_VIEW: 'materialized view',
  EXTERNAL: 'external table',
  SNAPSHOT: 'table snapshot',
};

export const table: CheckOfLadder = {
  id: 'D2',
  title: 'The table is there',
  needs: ['D1'],
  async judge(subject) {
    const answer = await subject.facts.table();
    if (!answer) return notAsked;
    if ('refusal' in answer) {
      return explainHidden(classify(answer.refusal), asked(subject, tableName(subject)));
    }
    const facts = answer.value;
    const evidence = describe(facts);
    const [first, ...others] = [expiring(subject, facts), namedByDate(subject)].filter(
      (warning) => warning !== undefined,
    );
    if (!first) return passed(`The ${tableName(subject)} is a ${String(evidence.kind)}.`, evidence);
    const detail = [first, ...others].map((each) => each.detail).join(' ');
    return { ...first, detail, evidence };
  },
};

function expiring(subject: Subject, { expiresAt }: TableFacts): Finding | undefined {
  if (!expiresAt) return undefined;
  const date = expiresAt.toISOString().slice(0, 10);
  return {
    outcome: 'warning',
    cause: 'table-expires',
    detail: `BigQuery will delete ${tableName(subject)} on ${date}; what is made of it breaks then.`,
    remedy: { text: 'Ask whoever owns the table to take its expiration away.' },
  };
}

const date = /^(?<family>.*?)_?(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;

/** One of a series of tables, a new one each day (https://cloud.google.com/bigquery/docs/partitioned-tables#dt_partition_shard). */
function namedByDate({ draft: { field } }: Subject): Finding | undefined {
  const family = date.exec(field?.table ?? '')?.groups?.family;
  if (!field || family === undefined) return undefined;
  const { project, dataset, table } = field;
  const series = `${table.slice(0, -8)}*`;
  // A view of a name that its own wildcard matches would break both.
  const view = `${project}:${dataset}.all_days_of_${family}`;
  const sql = `SELECT * FROM \`${project}.${dataset}.${series}\``;
  return {
    outcome: 'warning',
    cause: 'named-by-date',
    detail: `The table ${table} is one day of a series named by date: rows of later days will be in other tables, which this connector does not read.`,
    remedy: {
      text: `Ask whoever owns the tables for a view over all of ${series}, and choose that.`,
      ...(family !== '' && {
        bq: line('bq', 'mk', '--use_legacy_sql=false', `--view=${sql}`, view),
      }),
    },
  };
}

function describe(facts: TableFacts): Evidence {
  const sheet = facts.sourceFormat === 'GOOGLE_SHEETS';
  const keptDays = daysOf(facts.partition?.expirationMs);
  const counted = ['TABLE', 'SNAPSHOT'].includes(facts.kind); // of the others Google answers 0
  return {
    kind: sheet ? 'Google Sheet' : (kinds[facts.kind] ?? shown(facts.kind.toLowerCase())),
    columns: facts.columns.length,
    partitionFilterRequired: facts.partition?.filterRequired ?? false,
    ...(counted && facts.rows !== undefined && { rows: facts.rows }),
    ...(counted && facts.bytes !== undefined && { bytes: facts.bytes }),
    ...(facts.expiresAt && { expires: facts.expiresAt.toISOString() }),
    ...(keptDays !== undefined && { partitionsKeptDays: keptDays }),
  };
}

const dayMs = 24 * 60 * 60 * 1000;

function daysOf(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : Math.round(ms / dayMs);
}
