import type { Announcer } from '../../ports/announcer.ts';

/** https://cloud.google.com/pubsub/docs/access-control */
export const publish = 'pubsub.topics.publish';

/** What has to be granted to whoever uses a method, and nothing else. */
export const announcerPermissions = {
  announce: [publish],
} satisfies Record<keyof Announcer, readonly string[]>;
