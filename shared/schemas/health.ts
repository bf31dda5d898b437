import * as z from 'zod';
import { instant } from './instant.ts';

export const healthState = z.enum(['healthy', 'degraded', 'broken', 'unknown']);
export type HealthState = z.infer<typeof healthState>;

/** Under what a connector is listed and counted: nobody has to do anything about the health of one that is paused. */
export const listedHealth = z.enum([...healthState.options, 'paused']);
export type ListedHealth = z.infer<typeof listedHealth>;

export function listedUnder(connector: { paused: boolean; health: Health }): ListedHealth {
  return connector.paused ? 'paused' : connector.health.state;
}

export const health = z
  .strictObject({
    state: healthState,
    since: instant,
    checkedAt: instant,
    failingSince: instant.optional().meta({
      description: 'A check failed then; the connector is broken only if it fails again.',
    }),
    failures: z
      .int()
      .min(1)
      .optional()
      .meta({
        description:
          'Checks that failed one after the other; those that decided nothing are not counted.',
        examples: [2],
      }),
    told: healthState.exclude(['unknown']).optional().meta({
      description: 'The state that was announced last; what passes is not announced.',
    }),
  })
  .meta({ id: 'Health' });
export type Health = z.infer<typeof health>;

export const healthSummary = z
  .strictObject({
    healthy: z.int().meta({ examples: [12] }),
    degraded: z.int().meta({ examples: [3] }),
    broken: z.int().meta({ examples: [1] }),
    unknown: z.int().meta({ examples: [0] }),
    paused: z.int().meta({ description: 'Whatever their health was.', examples: [2] }),
    oldestUnknownSince: instant.optional().meta({
      description:
        'Since when the one has been unknown that has been so for longest; paused ones are left out.',
    }),
  })
  .meta({
    id: 'HealthSummary',
    description:
      'Living connectors of the workspace by their health; paused ones are counted apart.',
  });
export type HealthSummary = z.infer<typeof healthSummary>;

/** The same over all workspaces, for operators, with what waits to be checked. */
export interface FleetHealth extends HealthSummary {
  /** Checks, and looks after what is paused or deleted, whose time has come. */
  due: number;
  oldestDueAt?: string | undefined;
}
