import type { Check, Report } from '../schemas/report.ts';
import { beyondBudget, notAgain } from './finding.ts';
import { ladder } from './ladder.ts';
import { overall } from './run-checks.ts';

/**
 * The checks of a run of the schedule, and of those that cost something and were not done again what was found last: a
 * connector with dirty keys is no healthier in the hours in which they are not counted.
 */
export function mergedChecks(checks: Check[], before: Check[]): Pick<Report, 'checks' | 'outcome'> {
  const last = new Map(before.map((check) => [check.id, check]));
  const stands = before.filter(({ id }) => id === 'A4');
  const merged = inLadder([...stands, ...checks]).map((check) =>
    costly.includes(check.id) ? standing(check, last.get(check.id)) : check,
  );
  return { checks: merged, outcome: overall(merged) };
}

/** What was found last by the checks that are not done each time, where none of them could be. */
export function standingChecks(before: Check[]): Check[] {
  return before.filter(({ id }) => id === 'A4' || costly.includes(id));
}

/** The later of two that are the same check, in the order in which a report lists them. */
export function inLadder(checks: Check[]): Check[] {
  const known = new Map(checks.map((check) => [check.id, check]));
  return ladder.flatMap(({ id }) => known.get(id) ?? []);
}

const costly: Check['id'][] = ['D5', 'E4'];

function standing(check: Check, last: Check | undefined): Check {
  if (!last || last.outcome === 'skipped' || last.outcome === 'inconclusive') return check;
  if (check.outcome !== 'skipped') return isLesserProof(check, last) ? last : check;
  if (last.outcome !== 'failed' || check.cause === notAgain.cause) return last;
  // A failure that could not be looked at again is neither confirmed nor mended.
  return check.cause === beyondBudget.cause ? { ...check, outcome: 'inconclusive' } : check;
}

/** That a share of the table is clean does not prove that what was wrong with all of it is mended. */
function isLesserProof(check: Check, last: Check): boolean {
  const sampled = check.evidence?.samplePercent !== undefined;
  return sampled && check.outcome === 'passed' && last.outcome === 'warning';
}
