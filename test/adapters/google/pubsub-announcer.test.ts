import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type AskablePubSub, createPubSub, type PubSub } from '../../../sandbox/pubsub/pubsub.ts';
import {
  pubsubAnnouncer,
  type PubSubAnnouncerOptions,
} from '../../../shared/adapters/google/pubsub-announcer.ts';
import { Problem } from '../../../shared/problems/problem.ts';
import { announcerContract } from '../../contracts/announcer.contract.ts';
import { type ConnectedPublisher, connectPublisher, transports } from '../../support/publisher.ts';
import { sampleEvent } from '../../support/sample-events.ts';
import { noPauses } from '../../support/vault-in-secret-manager.ts';

const topic = 'connector-health';
const name = `projects/connectors/topics/${topic}`;

describe.each(transports)('over %s', (transport) => {
  let pubSub: PubSub;
  let connected: ConnectedPublisher;
  const ask: AskablePubSub['ask'] = async (...asked) => pubSub.ask(...asked);
  beforeAll(async () => {
    connected = await connectPublisher({ ask }, transport);
  });
  afterEach(() => {
    pubSub.recover();
  });
  afterAll(async () => {
    await connected.close();
  });

  const start = (options: Partial<PubSubAnnouncerOptions> = {}) => {
    pubSub = createPubSub({ topics: [name] });
    const client = () => Promise.resolve(connected.client);
    const usual = { client, projectId: 'connectors', topic, patience: noPauses };
    return pubsubAnnouncer({ ...usual, ...options });
  };
  const told = () => pubSub.messages().map(({ data }) => JSON.parse(data.toString()) as unknown);
  const ids = () => told().map((event) => (event as { id: string }).id);

  announcerContract('Pub/Sub', () => ({ announcer: start(), told }));

  test('a message says what it is, and what one may filter by', async () => {
    await start().announce(sampleEvent());

    expect(pubSub.messages()).toMatchObject([
      {
        topic: name,
        orderingKey: '',
        attributes: {
          'content-type': 'application/cloudevents+json; charset=utf-8',
          'ce-id': sampleEvent().id,
          'ce-type': 'connector.health.changed',
          'ce-source': '/workspaces/acme',
          'ce-subject': sampleEvent().subject,
          to: 'broken',
        },
      },
    ]);
  });

  test('where subscriptions keep an order, a connector’s messages bear its id', async () => {
    await start({ ordered: true }).announce(sampleEvent());

    expect(pubSub.messages()).toMatchObject([{ orderingKey: sampleEvent().subject }]);
  });

  test.each(['UNAVAILABLE', 'INTERNAL', 'RESOURCE_EXHAUSTED', 'ABORTED'] as const)(
    'what fails with %s is announced all the same',
    async (status) => {
      const announcer = start();
      pubSub.fail({ operation: 'publish', status, times: 2 });

      await announcer.announce(sampleEvent());

      expect(ids()).toEqual([sampleEvent().id]);
    },
  );

  test('an answer that is lost makes two messages of one id', async () => {
    const announcer = start();
    pubSub.fail({ operation: 'publish', status: 'UNAVAILABLE', afterActing: true });

    await announcer.announce(sampleEvent());

    expect(ids()).toEqual([sampleEvent().id, sampleEvent().id]);
  });

  test('silence is not waited for longer than an attempt may take', async () => {
    const announcer = start({ patience: { ...noPauses, attemptMs: 500 } });
    pubSub.fail({ operation: 'publish', status: 'silence' });

    await announcer.announce(sampleEvent());

    expect(new Set(ids())).toEqual(new Set([sampleEvent().id])); // a late answer makes two of one id
  });

  test('trouble that does not pass in time is told as what may pass', async () => {
    const announcer = start({ patience: { ...noPauses, attempts: 3 } });
    pubSub.fail({ operation: 'publish', status: 'UNAVAILABLE', times: 10 });

    const refusal = await announcer.announce(sampleEvent()).catch((error: unknown) => error);

    expect(refusal).toBeInstanceOf(Problem);
    expect(refusal).toMatchObject({
      code: 'store-unavailable',
      message: 'Try again soon: Pub/Sub does not answer now.',
      cause: { facts: { operation: 'publish', status: 'UNAVAILABLE' } },
    });
    expect(pubSub.messages()).toEqual([]);
  });

  test('a denial names the permission and the topic, and is not asked again', async () => {
    const announcer = start();
    pubSub.deny('pubsub.topics.publish');

    await expect(announcer.announce(sampleEvent())).rejects.toMatchObject({
      name: 'PermissionDenied',
      facts: {
        permission: 'pubsub.topics.publish',
        resource: name,
        reason: 'IAM_PERMISSION_DENIED',
      },
    });
  });

  test('a topic that is not there is the operator’s to make', async () => {
    const announcer = start({ topic: 'connector-wealth' });

    await expect(announcer.announce(sampleEvent())).rejects.toMatchObject({
      name: 'CallFailed',
      facts: { operation: 'publish', status: 'NOT_FOUND' },
    });
  });
});

test('an answer without an id is no promise', async () => {
  const answers = [{}, { messageIds: [] }, { messageIds: ['1'] }];
  let asked = 0;
  const publish = async () => Promise.resolve([answers[asked++], undefined, undefined] as never);
  const announcer = pubsubAnnouncer({
    client: () => Promise.resolve({ publish }),
    projectId: 'connectors',
    topic,
    patience: noPauses,
  });

  await announcer.announce(sampleEvent());

  expect(asked).toBe(3);
});
