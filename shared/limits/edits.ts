import type { Limits } from './limits.ts';
import type { TurnRule } from './take-turn.ts';

/** What is done to saved connectors: each leaves a line in a history that is kept for 400 days. */
export function edits({ editsAMinute }: Limits): TurnRule {
  return { name: 'edits', what: 'change connectors', limit: editsAMinute, windowSeconds: 60 };
}
