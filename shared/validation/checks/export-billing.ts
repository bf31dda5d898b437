import { askedOfExport, exportName } from '../asked.ts';
import type { CheckOfLadder, Subject } from '../check.ts';
import { explainVerdict } from '../explain-verdict.ts';
import { valueOf } from '../fact.ts';
import { type Finding, passed, notAsked, skipped } from '../finding.ts';
import { classify } from '../refusals/classify.ts';
import { consolePages } from '../remedies/console.ts';
import { line } from '../remedies/grant.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** What BigQuery sets where nobody pays (https://cloud.google.com/bigquery/docs/sandbox#limits). */
const sandboxDays = 60;

/** Is what is exported kept? Without billing BigQuery drops tables after 60 days, and may not take the export at all. */
export const exportBilling: CheckOfLadder = {
  id: 'E2',
  title: 'What is exported stays',
  needs: ['E1'],
  async judge(subject) {
    const { facts } = subject;
    const refused = await unpaid(subject);
    if (refused) return refused;
    const dataset = valueOf(await facts.exportDataset());
    if (!dataset) return skipped('The account may not look at the dataset.');
    const { defaultTableExpirationMs: livesMs = 0 } = dataset;
    if (livesMs === 0) return passed(`The ${exportName(subject)} keeps its tables.`);
    return tablesExpire(subject, livesMs);
  },
};

async function unpaid(subject: Subject): Promise<Finding | undefined> {
  const probe = await subject.facts.probe();
  if (!probe || 'value' in probe.written) return undefined;
  const verdict = classify(probe.written.refusal);
  return verdict.cause === 'billing' ? explainVerdict(verdict, askedOfExport(subject)) : undefined;
}

function tablesExpire(subject: Subject, livesMs: number): Finding {
  const { exportDataset } = subject.draft;
  if (!exportDataset) return notAsked;
  const { project, dataset } = exportDataset;
  const days = livesMs / dayMs;
  const sandbox = days === sandboxDays;
  const lives =
    days < 2 ? `${String(Math.round(days * 24))} hours` : `${String(Math.floor(days))} days`;
  const detail = `BigQuery deletes each table of ${exportName(subject)} ${lives} after it was made, and what was exported with it.`;
  return {
    outcome: 'warning',
    cause: sandbox ? 'billing' : 'tables-expire',
    detail: sandbox ? `${detail} It does so where no billing account pays.` : detail,
    remedy: {
      text: sandbox
        ? `Ask whoever administers project ${project} to link a billing account, and then to take the default expiration of the dataset away.`
        : `Ask whoever administers dataset ${project}.${dataset} to take its default expiration away, unless it is meant.`,
      consoleUrl: sandbox ? consolePages.billing(project) : consolePages.dataset(project, dataset),
      bq: line('bq', 'update', '--default_table_expiration', '0', `${project}:${dataset}`),
    },
    evidence: { defaultTableExpirationHours: Math.round(days * 24) },
  };
}
