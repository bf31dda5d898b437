import {
  type DriftEvent,
  driftEventOf,
  type DriftFound,
} from '../../shared/schemas/drift-event.ts';
import type { Difference } from '../../shared/schemas/drift.ts';
import {
  type HealthChange,
  type HealthEvent,
  healthEventOf,
} from '../../shared/schemas/health-event.ts';
import { acme, sampleId, savedAt } from './sample-records.ts';

/** The n-th announcement; ids follow n. */
export function sampleEvent(
  n = 1,
  change: Partial<HealthChange> = {},
  time: string = savedAt,
): HealthEvent {
  return healthEventOf(`evt-${String(n).padStart(26, '0')}`, new Date(time), {
    workspace: acme,
    connectorId: sampleId('connector'),
    name: 'Newsletter readers',
    from: 'healthy',
    to: 'broken',
    since: savedAt,
    cause: 'key-deleted',
    check: 'B1',
    detail: 'Google no longer knows the key.',
    remedyText: 'Make a new key for reader@acme-analytics.iam.gserviceaccount.com and upload it.',
    checkedAt: savedAt,
    ...change,
  });
}

export const sampleDifference: Difference = {
  aspect: 'column-type',
  was: 'STRING',
  is: 'INTEGER',
  detail:
    'Column email of acme-analytics.crm.subscribers was STRING when the connector was saved, and is INTEGER now.',
  remedyText: 'Ask whoever owns the table.',
};

/** The n-th announcement of drift; ids follow n. */
export function sampleDriftEvent(
  n = 1,
  found: Partial<DriftFound> = {},
  time: string = savedAt,
): DriftEvent {
  return driftEventOf(`evt-${String(n).padStart(26, '0')}`, new Date(time), {
    workspace: acme,
    connectorId: sampleId('connector'),
    name: 'Newsletter readers',
    state: 'healthy',
    checkedAt: savedAt,
    differences: [sampleDifference],
    ...found,
  });
}
