import * as z from 'zod';
import { instant } from './instant.ts';

export const healthState = z.enum(['healthy', 'degraded', 'broken', 'unknown']);
export type HealthState = z.infer<typeof healthState>;

export const health = z
  .strictObject({
    state: healthState,
    since: instant,
    checkedAt: instant,
    failingSince: instant.optional().meta({
      description: 'A check failed then; the connector is broken only if it fails again.',
    }),
  })
  .meta({ id: 'Health' });
export type Health = z.infer<typeof health>;
