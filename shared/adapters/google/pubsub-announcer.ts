import type { Announcer } from '../../ports/announcer.ts';
import type { Announcement } from '../../schemas/announcement.ts';
import { googleDenial } from './google-denial.ts';
import { googleFault } from './google-fault.ts';
import { type Patience, persistence, usualPatience } from './persist.ts';
import type { Publisher } from './pubsub-client.ts';
import { publish } from './pubsub-permissions.ts';

export interface PubSubAnnouncerOptions {
  client: () => Promise<Publisher>;
  projectId: string;
  topic: string;
  /** Whether subscriptions keep an order: each connector's announcements then bear its id as their key. */
  ordered?: boolean;
  patience?: Patience;
}

/** The outbox has it still: who waits longer here keeps others waiting. */
const briefPatience: Patience = { ...usualPatience, totalMs: 10_000 };

/** Announces on a topic of Pub/Sub; safe is what Pub/Sub has given an id. Twice the same is what subscribers expect. */
export function pubsubAnnouncer({
  client,
  projectId,
  topic,
  ordered = false,
  patience = briefPatience,
}: PubSubAnnouncerOptions): Announcer {
  const resource = `projects/${projectId}/topics/${topic}`;
  return {
    async announce(event) {
      const message = { ...messageOf(event), ...(ordered && { orderingKey: event.subject }) };
      const request = { topic: resource, messages: [message] };
      const persist = persistence(patience, 'Pub/Sub does not answer now');
      await persist('publish', async (timeout) => {
        try {
          const [answer] = await (await client()).publish(request, { timeout, retry: null });
          if (answer.messageIds?.length !== 1) throw new NotTaken();
        } catch (error) {
          if (googleFault(error).kind === 'denied')
            throw googleDenial(error, { permission: publish, resource });
          throw error;
        }
      });
    },
  };
}

/**
 * Structured mode (https://github.com/googleapis/google-cloudevents/blob/main/docs/spec/pubsub.md): whatever carries the
 * message on, the event stays whole. Attributes repeat what subscriptions filter by.
 */
function messageOf(event: Announcement) {
  return {
    data: Buffer.from(JSON.stringify(event)),
    attributes: {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'ce-id': event.id,
      'ce-type': event.type,
      'ce-source': event.source,
      'ce-subject': event.subject,
      ...('to' in event.data && { to: event.data.to }),
    },
  };
}

/** An answer without an id is none of Pub/Sub's. */
class NotTaken extends Error {
  readonly status = 'UNAVAILABLE';
}
