import type { CheckId, Remedy } from '../schemas/report.ts';
import type { Subject } from './check.ts';
import { valueOf } from './fact.ts';
import type { Finding } from './finding.ts';
import { ladder } from './ladder.ts';
import { combine } from './remedies/combine.ts';
import type { RoleGrant } from './remedies/cure.ts';

/**
 * What mends everything, for the colleague who can: the cures of all checks, and the grants that checks would ask for
 * next that could not run yet. Without a role to run queries Google says no more than that, whatever else is missing.
 */
export async function wholeRemedy(
  subject: Subject,
  findings: ReadonlyMap<CheckId, Finding>,
  signal: AbortSignal,
): Promise<Remedy | undefined> {
  const cured = ladder.flatMap(({ id }) => {
    const { outcome, remedy } = findings.get(id) ?? {};
    return outcome && remedy && cures(id, outcome) ? [remedy] : [];
  });
  if (cured.length === 0) return undefined;
  const foreseen = signal.aborted ? [] : await foreseenGrants(subject, findings);
  return combine(cured, foreseen, subject.key.clientEmail);
}

/** Another column, or another dataset, is not for a colleague to grant but for the reader to choose. */
const choices: CheckId[] = ['D3', 'D5', 'E3'];

/** A warning says what could be better; of those only what an export leaves behind is a matter of grants. */
function cures(id: CheckId, outcome: Finding['outcome']): boolean {
  if (choices.includes(id)) return false;
  return outcome === 'failed' || (id === 'E4' && outcome === 'warning');
}

async function foreseenGrants(
  { draft, facts }: Subject,
  findings: ReadonlyMap<CheckId, Finding>,
): Promise<RoleGrant[]> {
  const outcomeOf = (id: CheckId) => findings.get(id)?.outcome;
  if (outcomeOf('C2') !== 'failed') return [];
  const { field, exportDataset } = draft;
  const grants: RoleGrant[] = [];
  if (field && outcomeOf('D3') !== 'skipped' && outcomeOf('D4') === 'skipped') {
    const hint = valueOf(await facts.readHint());
    const { project, dataset, table } = field;
    if (hint?.length === 0)
      grants.push({ role: 'roles/bigquery.dataViewer', on: { project, dataset, table } });
  }
  if (exportDataset && outcomeOf('E1') === 'passed' && outcomeOf('E4') === 'skipped')
    grants.push({ role: 'roles/bigquery.dataEditor', on: exportDataset });
  return grants;
}
