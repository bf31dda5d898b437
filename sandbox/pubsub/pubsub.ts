import * as z from 'zod';
import { GoogleStatus, invalidArgument, permissionDenied } from '../rpc/google-status.ts';
import { type PlannedFault, plannedFaults } from '../secret-manager/planned-faults.ts';

export interface KeptMessage {
  messageId: string;
  topic: string;
  data: Buffer;
  attributes: Record<string, string>;
  orderingKey: string;
}

export interface PubSub {
  /** `publish` in the JSON of the REST reference, answered in it. Refuses with a GoogleStatus. */
  ask: (operation: 'publish', request: object) => Promise<object>;
  deny: (permission: string) => void;
  fail: (fault: PlannedFault<'publish'>) => void;
  /** Forgets denials and faults, and ends every silence. */
  recover: () => void;
  /** In the order in which they came. */
  messages: () => KeptMessage[];
}

/** All that a front needs of it. */
export type AskablePubSub = Pick<PubSub, 'ask'>;

const permission = 'pubsub.topics.publish';
/** https://cloud.google.com/pubsub/quotas#resource_limits */
const most = { messages: 1000, attributes: 100, keyBytes: 256, valueBytes: 1024, dataBytes: 1e7 };

const attributes = z.record(z.string(), z.string()).default({});
const message = z.object({
  data: z.base64().default(''),
  attributes,
  orderingKey: z.string().max(1024).default(''),
});
const publish = z.object({ topic: z.string(), messages: z.array(message) });

/** A stand-in for Pub/Sub: topics that keep what is published to them. Both its fronts, gRPC and REST, ask here. */
export function createPubSub({ topics }: { topics: string[] }): PubSub {
  const kept: KeptMessage[] = [];
  const denied = new Set<string>();
  const faults = plannedFaults<'publish'>();

  const keep = (request: object) => {
    const { topic, messages } = read(request);
    if (denied.has(permission)) throw permissionDenied(permission, topic);
    if (!topics.includes(topic)) {
      const name = topic.split('/').at(-1) ?? '';
      throw new GoogleStatus('NOT_FOUND', `Resource not found (resource=${name}).`);
    }
    const messageIds = messages.map((each) => {
      const messageId = String(kept.length + 1);
      kept.push({ ...each, messageId, topic, data: Buffer.from(each.data, 'base64') });
      return messageId;
    });
    return { messageIds };
  };
  return {
    async ask(operation, request) {
      const fault = faults.take(operation);
      if (fault) await faults.wait(fault);
      if (fault && fault.afterActing !== true) faults.refuse(fault);
      const usual = keep(request);
      if (fault) faults.refuse(fault);
      return usual;
    },
    deny(what) {
      denied.add(what);
    },
    fail: faults.add,
    recover() {
      denied.clear();
      faults.clear();
    },
    messages: () =>
      structuredClone(kept).map((each) => ({ ...each, data: Buffer.from(each.data) })),
  };
}

function read(request: object) {
  const parsed = publish.safeParse(request);
  if (!parsed.success) throw invalidArgument('Invalid JSON payload received.');
  const { messages } = parsed.data;
  if (messages.length === 0 || messages.length > most.messages) {
    throw invalidArgument('The value for message_count is out of bounds.');
  }
  for (const { data, attributes: given } of messages) {
    const entries = Object.entries(given);
    const fits =
      entries.length <= most.attributes &&
      entries.every(
        ([key, value]) =>
          key !== '' &&
          !key.startsWith('goog') &&
          Buffer.byteLength(key) <= most.keyBytes &&
          Buffer.byteLength(value) <= most.valueBytes,
      );
    if (!fits) throw invalidArgument('One or more messages in the publish request is invalid.');
    if (data === '' && entries.length === 0) {
      throw invalidArgument('Some messages in the request are empty.');
    }
    if (data.length > (most.dataBytes * 4) / 3)
      throw invalidArgument('Request payload is too large.');
  }
  return parsed.data;
}
