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
