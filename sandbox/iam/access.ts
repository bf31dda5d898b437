import { roles } from './roles.ts';

export interface Resource {
  project: string;
  dataset?: string;
  table?: string;
}

/** A role that an account has on a resource, and thereby on all that lies in it. */
export interface Grant extends Resource {
  account: string;
  role: string;
}

export interface Access {
  may(account: string, permission: string, resource: Resource): boolean;
}

/** As its administrators have it. */
export interface AdministeredAccess extends Access {
  grant(grant: Grant): void;
  /** Takes one role from an account, wherever it has it. */
  revoke(account: string, role: string): void;
}

export function createAccess(given: Grant[]): AdministeredAccess {
  let grants = given;
  return {
    grant(grant) {
      grants = [...grants, grant];
    },
    revoke(account, role) {
      grants = grants.filter((grant) => grant.account !== account || grant.role !== role);
    },
    may: (account, permission, resource) =>
      grants.some(
        (grant) =>
          grant.account === account &&
          reaches(grant, resource) &&
          (roles[grant.role] ?? []).some((pattern) => matches(pattern, permission)),
      ),
  };
}

function reaches(grant: Resource, { project, dataset, table }: Resource): boolean {
  return (
    grant.project === project &&
    (grant.dataset === undefined || grant.dataset === dataset) &&
    (grant.table === undefined || grant.table === table)
  );
}

function matches(pattern: string, permission: string): boolean {
  return pattern.endsWith('*')
    ? permission.startsWith(pattern.slice(0, -1))
    : pattern === permission;
}
