import type { ConnectorRecord } from '../schemas/records.ts';
import type { Retired } from '../schemas/retired-key.ts';

/** What a record remembers of the key that is put out of use now: Google still has it. */
export function retireKey({ keyId, key }: ConnectorRecord, now: Date): { retired: Retired } {
  return { retired: { keyId, key, since: now.toISOString() } };
}
