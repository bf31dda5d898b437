import type { Evidence, Outcome } from '../schemas/report.ts';
import type { Cure } from './remedies/cure.ts';

/** What a check found out; the runner adds who asked and how long it took. */
export interface Finding {
  outcome: Outcome;
  detail: string;
  cause?: string | undefined;
  remedy?: Cure | undefined;
  evidence?: Evidence | undefined;
}

export const passed = (detail: string, evidence?: Evidence): Finding => ({
  outcome: 'passed',
  detail,
  evidence,
});

export const skipped = (detail: string): Finding => ({ outcome: 'skipped', detail });

/** A check that ran, since all that it needs has passed, and has nothing to judge: never a silent pass. */
export const notAsked: Finding = {
  outcome: 'inconclusive',
  cause: 'no-answer',
  detail: 'Google could not be asked for this. Validate again in a few minutes.',
};

/** Done before, of the very same; what was found then stands. */
export const notAgain: Finding = {
  ...skipped('Not done again, since nothing of it has changed since the last time.'),
  cause: 'unchanged',
};

/** Nobody asked for it, and it would cost more than a day's checks may. */
export const beyondBudget: Finding = {
  ...skipped(
    'Not counted again today: it would bill more than the checks of a connector may a day.',
  ),
  cause: 'budget-spent',
};
