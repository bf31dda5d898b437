import type { SQLOutputValue } from 'node:sqlite';
import { type HealthSummary, listedHealth } from '../../schemas/health.ts';
import { numberIn, textIn } from './columns.ts';

/** Of rows that were counted by health. */
export function summaryOf(
  counted: Record<string, SQLOutputValue>[],
  oldestUnknown: Record<string, SQLOutputValue> | undefined,
): HealthSummary {
  const summary: HealthSummary = { healthy: 0, degraded: 0, broken: 0, unknown: 0, paused: 0 };
  for (const row of counted) {
    summary[listedHealth.parse(textIn(row, 'health'))] = numberIn(row, 'connectors');
  }
  const since = textIn(oldestUnknown, 'since');
  return since === '' ? summary : { ...summary, oldestUnknownSince: since };
}
