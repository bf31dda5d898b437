import type { ConnectorRecord, ValidationRecord } from '../schemas/records.ts';
import { shapesAfter } from './shapes-after.ts';

type Kept = Pick<ConnectorRecord, 'saved' | 'drift' | 'driftTold' | 'shapes'>;

/** What a connection that is saved is compared with from now on: what its validation saw. Nothing has drifted from that yet. */
export function savedSighting({ sighting, report }: ValidationRecord): Kept {
  const shapes = shapesAfter(undefined, { checks: report.checks, seen: sighting });
  return { saved: sighting, drift: undefined, driftTold: undefined, shapes };
}
