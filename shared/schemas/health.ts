import * as z from 'zod';

export const healthState = z.enum(['healthy', 'degraded', 'broken', 'unknown']);
export type HealthState = z.infer<typeof healthState>;

export const health = z
  .strictObject({
    state: healthState,
    since: z.iso.datetime(),
    checkedAt: z.iso.datetime(),
    failingSince: z.iso.datetime().optional().meta({
      description: 'A check failed then; the connector is broken only if it fails again.',
    }),
  })
  .meta({ id: 'Health' });
export type Health = z.infer<typeof health>;
