import { bigqueryGrants, type Grant } from './grants.ts';
import { neighboursGrants } from './neighbours-grants.ts';
import { failed, type Verdict } from './verdict.ts';

const grants = new Map<string, Grant>([...bigqueryGrants, ...neighboursGrants]);
const byLowerCase = new Map([...grants.keys()].map((name) => [name.toLowerCase(), name]));

/** A permission as its documentation writes it, if it is one that the table of grants has. */
export function knownPermission(name: string): string | undefined {
  return byLowerCase.get(name.toLowerCase());
}

export function missing(permission: string): Verdict {
  const grant = grants.get(permission);
  if (!grant) return { ...failed('permission'), permission };
  const { cause, role, on } = grant;
  return { ...failed(cause, on), permission, ...(role !== undefined && { role }) };
}
