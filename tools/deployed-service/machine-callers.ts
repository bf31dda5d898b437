import type { RequestListener } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { type CloudTasks, createCloudTasks } from '../../sandbox/cloud-tasks/cloud-tasks.ts';
import { cloudTasksListener } from '../../sandbox/cloud-tasks/rest-front.ts';
import { type DeliveryOptions, taskDelivery } from '../../sandbox/cloud-tasks/task-delivery.ts';
import type { KeptTask } from '../../sandbox/cloud-tasks/task-shape.ts';
import { createIdTokens, type IdTokens } from '../../sandbox/identity/id-tokens.ts';
import { createPubSub, type PubSub } from '../../sandbox/pubsub/pubsub.ts';
import { pubSubListener } from '../../sandbox/pubsub/rest-front.ts';
import { type Answered, ask } from './client.ts';

/** What calls the functions that people may not call, and hears them: queue, schedule and topic of a deployment. */
export interface MachineCallers {
  /** Google's hosts at which functions ask for them. */
  hosts: Record<'cloudtasks.googleapis.com' | 'pubsub.googleapis.com', RequestListener>;
  /** What functions are told of them. */
  variables: MachineVariables;
  idTokens: IdTokens;
  cloudTasks: CloudTasks;
  pubSub: PubSub;
  /** From now on the function is there: tasks for it that wait are delivered. */
  reach: (name: string, port: number) => void;
  /** What the schedule does each minute. */
  pass: () => Promise<Answered>;
  /** Resolves when nothing is under way any more. */
  settled: () => Promise<void>;
  close: () => void;
}

const functionsOf = (projectId: string) => `https://europe-west1-${projectId}.cloudfunctions.net`;

type MachineVariables = ReturnType<typeof variablesIn>;

function variablesIn(projectId: string) {
  return {
    HEALTH_TOPIC: 'connector-health',
    TASK_QUEUE: `projects/${projectId}/locations/europe-west1/queues/checks`,
    CHECK_CONNECTOR_URL: `${functionsOf(projectId)}/check-connector`,
    CHECK_CONNECTORS_URL: `${functionsOf(projectId)}/check-connectors`,
    TASK_INVOKER: `check-queue@${projectId}.iam.gserviceaccount.com`,
    SCHEDULE_INVOKER: `check-schedule@${projectId}.iam.gserviceaccount.com`,
  };
}

export type QueueOptions = Omit<DeliveryOptions, 'send'>;

export async function machineCallers(
  projectId: string,
  queue: QueueOptions = {},
  now: () => Date = () => new Date(),
): Promise<MachineCallers> {
  const variables = variablesIn(projectId);
  const idTokens = await createIdTokens(now);
  const ports = reachable();
  const send = async ({ httpRequest, name }: KeptTask, retries: number) => {
    const { url, httpMethod: method, headers, body = '', oidcToken } = httpRequest;
    const token = await idTokens.sign(oidcToken.serviceAccountEmail, oidcToken.audience);
    const told = {
      ...headers,
      authorization: `Bearer ${token}`,
      'user-agent': 'Google-Cloud-Tasks',
      'x-cloudtasks-taskname': name.replace(/^.*\//, ''),
      'x-cloudtasks-taskretrycount': String(retries),
    };
    const given = { method, path: '/', headers: told, body: Buffer.from(body, 'base64') };
    const answered = ask(await ports.of(url), given);
    return answered.then(
      ({ status }) => status,
      () => 0,
    );
  };
  const delivery = taskDelivery({ ...queue, send });
  const cloudTasks = createCloudTasks([variables.TASK_QUEUE], {
    now,
    async deliver(task) {
      await ports.of(task.httpRequest.url); // who is not there yet is not tried in vain
      await delivery.deliver(task);
    },
  });
  const pubSub = createPubSub({
    topics: [`projects/${projectId}/topics/${variables.HEALTH_TOPIC}`],
  });
  return {
    hosts: {
      'cloudtasks.googleapis.com': cloudTasksListener(cloudTasks),
      'pubsub.googleapis.com': pubSubListener(pubSub),
    },
    variables,
    idTokens,
    cloudTasks,
    pubSub,
    reach(name, port) {
      ports.reach(`${functionsOf(projectId)}/${name}`, port);
    },
    async pass() {
      const { CHECK_CONNECTORS_URL: url, SCHEDULE_INVOKER: account } = variables;
      const authorization = `Bearer ${await idTokens.sign(account, url)}`;
      const headers = { authorization, 'user-agent': 'Google-Cloud-Scheduler' };
      return ask(await ports.of(url), { method: 'POST', path: '/', headers });
    },
    async settled() {
      await setImmediate(); // what was added just now is under way after that
      await delivery.settled();
    },
    close: delivery.close,
  };
}

/** The ports of this machine at which functions' URLs are; whoever asks for one that is nowhere waits for it. */
function reachable() {
  const known = new Map<string, PromiseWithResolvers<number>>();
  const at = (url: string) => {
    const place = known.get(url) ?? Promise.withResolvers<number>();
    known.set(url, place);
    return place;
  };
  return {
    of: async (url: string) => at(url).promise,
    reach(url: string, port: number) {
      const moved = Promise.withResolvers<number>();
      at(url).resolve(port);
      moved.resolve(port);
      known.set(url, moved);
    },
  };
}
