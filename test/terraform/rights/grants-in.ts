import * as z from 'zod';
import { leastVariables, type Plan, type PlannedResource } from '../mocked-plan.ts';
import { predefinedRoles, rolesOfTheBuild } from './predefined-roles.ts';

/** One role that one identity is given, and on what. */
export interface Grant {
  address: string;
  /** As IAM has it. */
  member: string;
  role: string;
  permissions: string[];
  /** As `database connectors`: what a condition or the resource itself narrows it to. */
  on: string;
  condition?: string;
}

const text = z.string();
const after = z.object({
  member: text,
  role: text,
  condition: z.array(z.object({ expression: text })).default([]),
});

const customRole = z.object({ project: text, role_id: text, permissions: z.array(text) });

/** Everything by which a plan gives rights to anybody. */
export function grantsIn(plan: Plan): Grant[] {
  const about = plan.resource_changes.filter(({ type }) => /_iam_(?!custom_role)/.test(type));
  const granting = about.filter(({ type }) => type !== 'google_project_iam_audit_config');
  return granting.map((planned) => grantOf(planned, plan));
}

function grantOf(planned: PlannedResource, plan: Plan): Grant {
  const { address, type } = planned;
  const place = resources[type];
  if (!place) throw new Error(`${address} gives rights in a way that nobody here can judge.`);
  const { member, role, condition } = after.parse(planned.change.after);
  const [narrowed] = condition.map(({ expression }) => expression);
  return {
    address,
    member,
    role,
    permissions: permissionsOf(role, plan),
    on: narrowed === undefined ? place(planned) : narrowedTo(narrowed),
    ...(narrowed !== undefined && { condition: narrowed }),
  };
}

/** What a member of each kind is a member of. A binding or a policy is none of them: it takes the rights of others away. */
const resources: Partial<Record<string, (planned: PlannedResource) => string>> = {
  google_project_iam_member: ({ change }) => `project ${named(change, 'project')}`,
  google_cloud_tasks_queue_iam_member: ({ change }) => `queue ${named(change, 'name')}`,
  google_service_account_iam_member: ({ change }) =>
    `account ${named(change, 'service_account_id').replace(/^.*\//, '')}`,
  google_pubsub_topic_iam_member: ({ change }) => `topic ${named(change, 'topic')}`,
  google_secret_manager_secret_iam_member: ({ change }) => `secret ${named(change, 'secret_id')}`,
  google_artifact_registry_repository_iam_member: ({ change }) =>
    `repository ${named(change, 'repository')}`,
  /** The service's own name is known once it is there; until then the module is the function. */
  google_cloud_run_v2_service_iam_member: ({ address }) =>
    `function ${/^module\.function\["([a-z-]+)"\]/.exec(address)?.[1] ?? '?'}`,
};

function named({ after: planned }: PlannedResource['change'], key: string): string {
  return text.parse(planned[key]);
}

/** Whole, from its first to its last character: what is added to a condition narrows it no more, or not so. */
function narrowedTo(expression: string): string {
  const { project_id: project, project_number: number } = leastVariables;
  const patterns: [RegExp, string][] = [
    [
      new RegExp(`^resource\\.name == "projects/${project}/databases/([a-z0-9-]+)"$`),
      'database $1',
    ],
    [
      new RegExp(`^resource\\.name\\.startsWith\\("projects/${number}/secrets/([a-z0-9-]+)"\\)$`),
      'secrets $1…',
    ],
    [/^resource\.name\.startsWith\("projects\/_\/buckets\/([a-z0-9-]+)"\)$/, 'bucket $1…'],
  ];
  for (const [pattern, words] of patterns)
    if (pattern.test(expression)) return expression.replace(pattern, words);
  throw new Error(`Nobody here knows what this condition leaves: ${expression}`);
}

function permissionsOf(role: string, plan: Plan): string[] {
  const custom = plan.resource_changes
    .filter(({ type }) => type === 'google_project_iam_custom_role')
    .map(({ change }) => customRole.parse(change.after))
    .find(({ project, role_id: id }) => role === `projects/${project}/roles/${id}`);
  if (custom) return custom.permissions;
  const predefined = predefinedRoles[role];
  if (!predefined && !rolesOfTheBuild.includes(role))
    throw new Error(
      `Look up what ${role} holds, and whether a smaller one does: predefined-roles.ts.`,
    );
  return predefined ?? [role];
}
