/**
 * What those of Google's own roles hold that Terraform gives to somebody: as Google lists them at
 * https://cloud.google.com/iam/docs/roles-permissions. None of another kind has a place here.
 */
export const predefinedRoles: Record<string, string[]> = {
  'roles/pubsub.publisher': ['pubsub.topics.publish'],
  /** On a service, which has no jobs, the second opens nothing. */
  'roles/run.invoker': ['run.routes.invoke', 'run.jobs.run'],
  'roles/logging.logWriter': ['logging.logEntries.create', 'logging.logEntries.route'],
};

/** For those who build and deploy, and told by their names: Google adds to the dozens of permissions in them. */
export const rolesOfTheBuild = [
  'roles/artifactregistry.writer',
  'roles/iam.serviceAccountUser',
  'roles/storage.objectViewer',
];
