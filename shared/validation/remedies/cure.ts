import type { Remedy } from '../../schemas/report.ts';
import type { Grantee } from './grant.ts';

/** One role for the service account on one thing. */
export interface RoleGrant {
  role: string;
  on: Grantee;
}

/** A remedy with the grants that it is made of, so that several can be told as one. The report shows the remedy alone. */
export interface Cure extends Remedy {
  grants?: RoleGrant[];
}

export function asRemedy({ grants: _, ...remedy }: Cure): Remedy {
  return remedy;
}
