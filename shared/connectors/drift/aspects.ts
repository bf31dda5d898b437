import type { Connection } from '../../schemas/connection.ts';
import type { Difference } from '../../schemas/drift.ts';
import type { KeyFacts } from '../../schemas/key-facts.ts';
import type { Sighting } from '../../schemas/sighting.ts';

/** What may differ from what was saved. A word that was told once stays what it is. */
export type Aspect =
  | 'key-deleted'
  | 'key-expires'
  | 'column-gone'
  | 'column-renamed'
  | 'column-type'
  | 'column-mode'
  | 'column-protected'
  | 'table-kind'
  | 'table-expires'
  | 'partition-filter'
  | `${'' | 'export-'}dataset-${'moved' | 'recreated' | 'default-expiration'}`
  | 'permissions-reduced'
  | 'permissions-grown'
  | 'keys-empty'
  | 'keys-malformed'
  | 'keys-duplicate'
  | 'rows-fewer';

export interface Found extends Difference {
  aspect: Aspect;
}

export interface Compared {
  saved: Sighting;
  seen: Sighting;
  connection: Connection;
  key: Pick<KeyFacts, 'clientEmail' | 'privateKeyId'>;
  now: Date;
  /** What differed the last time. */
  known: Difference[];
}

/** Some aspects, and how they are compared: undefined where not enough was seen to say anything, now or when saved. */
export interface Comparison {
  aspects: Aspect[];
  compare: (compared: Compared) => Difference[] | undefined;
}

/** The customer's own names of things. */
export function tableOf({ connection: { uniqueContactField: field } }: Compared): string {
  return field ? `${field.project}.${field.dataset}.${field.table}` : 'the table';
}

export const unlessMeant = (owner: string): string =>
  `If this is meant, validate the connection and save it again; if not, ask ${owner}.`;
