import type { Evidence, Outcome, Remedy } from '../schemas/report.ts';

/** What a check found out; the runner adds who asked and how long it took. */
export interface Finding {
  outcome: Outcome;
  detail: string;
  cause?: string | undefined;
  remedy?: Remedy | undefined;
  evidence?: Evidence | undefined;
}

export const passed = (detail: string, evidence?: Evidence): Finding => ({
  outcome: 'passed',
  detail,
  evidence,
});

export const skipped = (detail: string): Finding => ({ outcome: 'skipped', detail });
