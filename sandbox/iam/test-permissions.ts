import * as z from 'zod';
import { type Answer, type Call, readJson } from '../http/call.ts';
import { invalid, refused } from '../http/google-refusal.ts';
import { openProject } from '../bigquery/project-gate.ts';
import { tableNameOf } from '../bigquery/table-access.ts';
import type { Caller } from '../identity/accounts.ts';
import { requireScope, resourceManagerScopes } from '../identity/scopes.ts';
import type { World } from '../world/world.ts';
import type { Access, Resource } from './access.ts';

const asked = z.object({ permissions: z.array(z.string()).max(100) });

interface Rights {
  world: World;
  access: Access;
}

/** https://cloud.google.com/resource-manager/reference/rest/v1/projects/testIamPermissions */
export function testProjectPermissions(
  { world, access }: Rights,
  call: Call,
  caller: Caller,
): Answer {
  requireScope(caller, resourceManagerScopes, 'cloudresourcemanager.googleapis.com');
  const found = world.project(call.part('project'));
  if (!found || found.trouble === 'deleted') {
    throw refused({
      code: 403,
      reason: 'forbidden',
      message: 'The caller does not have permission',
    });
  }
  return { body: granted(access, call, caller, { project: found.project }) };
}

/** https://cloud.google.com/bigquery/docs/reference/rest/v2/tables/testIamPermissions */
export function testTablePermissions(
  { world, access }: Rights,
  call: Call,
  caller: Caller,
): Answer {
  const name = tableNameOf(call.part);
  openProject(world, name.project);
  return { body: granted(access, call, caller, name) };
}

/** Those of the asked that the caller has; the member is left out where there is none, as Google does. */
function granted(access: Access, call: Call, { email }: Caller, resource: Resource): object {
  const { permissions } = readJson(call, asked);
  const unknown = permissions.find((permission) => !/^[a-z]+(\.[A-Za-z]+){2}$/.test(permission));
  if (unknown !== undefined)
    throw invalid(`Permission ${unknown.slice(0, 100)} is not valid for this resource.`);
  const had = permissions.filter((permission) => access.may(email, permission, resource));
  return had.length > 0 ? { permissions: had } : {};
}
