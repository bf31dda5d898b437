import type { TaskQueue } from '../../ports/task-queue.ts';

/**
 * What a task needs that bears a token (https://cloud.google.com/tasks/docs/reference-access-control, and OidcToken in its
 * reference): the queue to be added to, and the account whose token it is to be acted as.
 */
export const taskPermissions = {
  create: 'cloudtasks.tasks.create',
  actAs: 'iam.serviceAccounts.actAs',
} as const;

const { create, actAs } = taskPermissions;

/** What has to be granted to whoever uses a method, and nothing else. */
export const taskQueuePermissions = {
  add: [create, actAs],
  addContinuation: [create, actAs],
} satisfies Record<keyof TaskQueue, readonly string[]>;
