import { globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import * as z from 'zod';

const artifacts = 'storage.buckets.get'; // objects: by a condition on the one bucket, docs/operating.md
const projectPolicy = 'roles/resourcemanager.projectIamAdmin';

/** What makes and reads each kind of thing in terraform/: a role, or a permission of our own roles. */
const served: [kind: RegExp, deployer: string, planner: string][] = [
  [/artifact_registry/, 'roles/artifactregistry.admin', 'roles/artifactregistry.reader'],
  [/cloud_run/, 'roles/run.admin', 'roles/run.viewer'],
  [/cloud_scheduler/, 'roles/cloudscheduler.admin', 'roles/cloudscheduler.viewer'],
  [/cloud_tasks/, 'roles/cloudtasks.admin', 'roles/cloudtasks.viewer'],
  [/cloudfunctions2/, 'roles/cloudfunctions.admin', 'roles/cloudfunctions.viewer'],
  [/firestore_backup/, 'datastore.backupSchedules.create', 'datastore.backupSchedules.get'],
  [/firestore_database/, 'datastore.databases.create', 'datastore.databases.get'],
  [/firestore_(field|index)/, 'datastore.indexes.update', 'datastore.indexes.get'],
  [/logging_metric/, 'roles/logging.configWriter', 'logging.logMetrics.get'],
  [/monitoring/, 'roles/monitoring.editor', 'roles/monitoring.viewer'],
  [/project_iam_custom_role/, 'roles/iam.roleAdmin', 'roles/iam.securityReviewer'],
  [/project_iam_(audit_config|member)/, projectPolicy, 'roles/iam.securityReviewer'],
  [
    /project_service/,
    'roles/serviceusage.serviceUsageAdmin',
    'roles/serviceusage.serviceUsageViewer',
  ],
  [/pubsub/, 'roles/pubsub.admin', 'roles/pubsub.viewer'],
  [
    /secret_manager_secret(_iam_member)?$/,
    'secretmanager.secrets.create',
    'roles/secretmanager.viewer',
  ],
  [/secret_manager_secret_version/, 'secretmanager.versions.add', 'roles/secretmanager.viewer'],
  [/service_account/, 'roles/iam.serviceAccountAdmin', 'roles/iam.securityReviewer'],
  [/storage_bucket/, 'storage.buckets.create', artifacts],
];

const kinds = globSync('terraform/**/*.tf').flatMap((path) =>
  [...readFileSync(path, 'utf8').matchAll(/^resource "(google_\w+)"/gm)].map(
    ([, kind = '']) => kind,
  ),
);
const grantedTo = (who: string): string[] => {
  const roles = readFileSync(`tools/deploy/${who}-roles.txt`, 'utf8').trim().split('\n');
  const custom = z
    .object({ includedPermissions: z.array(z.string()) })
    .parse(parse(readFileSync(`tools/deploy/${who}-role.yaml`, 'utf8')));
  return [...roles.map((line) => line.split(' ')[0] ?? ''), ...custom.includedPermissions];
};

test.each([...new Set(kinds)])('%s can be made by who deploys, and read by who plans', (kind) => {
  const [, deployer, planner] = served.find(([of]) => of.test(kind)) ?? [];

  expect(grantedTo('deployer')).toContain(deployer);
  expect(grantedTo('planner')).toContain(planner);
});

test('who deploys and who plans have no role that nothing in terraform/ asks for', () => {
  const used = new Set(served.filter(([of]) => kinds.some((kind) => of.test(kind))).flat());
  const own = ['roles/logging.logWriter', 'roles/browser'];

  for (const who of ['deployer', 'planner']) {
    const roles = grantedTo(who).filter((role) => role.startsWith('roles/') && !own.includes(role));
    expect(roles.filter((role) => !used.has(role))).toEqual([]);
  }
});

test('who deploys may look at the schedule, as the smoke test does after an apply', () => {
  const asked = /\bcloudscheduler\.\w+\.\w+/.exec(
    readFileSync('tools/deploy/schedule-probe.ts', 'utf8'),
  );

  expect(asked?.[0]).toBe('cloudscheduler.jobs.get');
  expect(grantedTo('deployer')).toContain('roles/cloudscheduler.admin');
});
