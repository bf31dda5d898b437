import type { Asked } from './asked.ts';
import { explainVerdict } from './explain-verdict.ts';
import type { Finding } from './finding.ts';
import type { Verdict } from './refusals/verdict.ts';
import { grant } from './remedies/grant.ts';

/** Google answers these for a dataset or table that the account may not see, and for one that is not there, alike. */
const toSee = ['bigquery.datasets.get', 'bigquery.tables.list', 'bigquery.tables.get'];
/** They show the dataset, and are what the work will want next: the rows of a table, or tables of its own. */
type Enough = 'roles/bigquery.dataViewer' | 'roles/bigquery.dataEditor';

/** A verdict on a question that only looks at a dataset or a table: where it is hidden, it may as well not exist. */
export function explainHidden(
  verdict: Verdict,
  asked: Asked,
  enough: Enough = 'roles/bigquery.dataViewer',
): Finding {
  const finding = explainVerdict(verdict, asked);
  const { permission } = verdict;
  const { clientEmail, what, project, dataset, table } = asked;
  if (permission === undefined || !toSee.includes(permission) || dataset === undefined)
    return finding;
  const place = table === undefined ? { project, dataset } : { project, dataset, table };
  const remedy = grant(enough, clientEmail, place);
  return {
    ...finding,
    detail: `The account ${clientEmail} may not see ${what}, or there is none of that name.`,
    remedy: {
      ...remedy,
      text: `Check the name of the ${kind(asked)}. If it is right: ${remedy.text.replace(/^Ask/, 'ask')}${includes(verdict.role)}`,
    },
  };
}

/** The work will want more than what was missing here. */
const includes = (role: string | undefined) =>
  role === undefined ? '' : ` That includes ${role}, which was missing here.`;

const kind = ({ table }: Asked) => (table === undefined ? 'dataset' : 'table');
