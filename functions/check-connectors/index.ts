import { checkingEnvironment } from '../../shared/adapters/google/checking-environment.ts';
import { createTaskCall } from '../../shared/adapters/google/cloud-tasks-calls.ts';
import { cloudTasksQueue } from '../../shared/adapters/google/cloud-tasks-queue.ts';
import { firestoreClient } from '../../shared/adapters/google/firestore-client.ts';
import { firestoreConnectorStore } from '../../shared/adapters/google/firestore-connector-store.ts';
import { pubsubAnnouncer } from '../../shared/adapters/google/pubsub-announcer.ts';
import { pubsubClient } from '../../shared/adapters/google/pubsub-client.ts';
import { metadataTokens } from '../../shared/adapters/google/rest-transport/metadata-tokens.ts';
import { systemStamps } from '../../shared/adapters/system/system-stamps.ts';
import { deployForMachines } from '../../shared/http/deploy.ts';
import { issuerKeys } from '../../shared/http/issuer-keys.ts';
import { googleJwksUri, machineVerifier } from '../../shared/http/verify-machine.ts';
import { checkConnectorsEndpoint } from './endpoint.ts';

const {
  GOOGLE_CLOUD_PROJECT: projectId,
  FIRESTORE_DATABASE: database,
  HEALTH_TOPIC: topic,
  TASK_QUEUE: queue,
  CHECK_CONNECTOR_URL: checkConnectorUrl,
  CHECK_CONNECTORS_URL: checkConnectorsUrl,
  TASK_INVOKER: invoker,
  SCHEDULE_INVOKER: schedule,
} = checkingEnvironment(
  'GOOGLE_CLOUD_PROJECT',
  'FIRESTORE_DATABASE',
  'HEALTH_TOPIC',
  'TASK_QUEUE',
  'CHECK_CONNECTOR_URL',
  'CHECK_CONNECTORS_URL',
  'TASK_INVOKER',
  'SCHEDULE_INVOKER',
);
const { now } = systemStamps;

/** Its own continuations come from the queue. */
const accounts = [schedule, invoker];
/** Somewhat more than the minute that the functions have: whose answer was lost does not keep its place for long. */
const dispatchSeconds = 75;

export const checkConnectors = deployForMachines(
  checkConnectorsEndpoint,
  {
    connectors: firestoreConnectorStore({
      firestore: firestoreClient({ projectId, database }),
      now,
    }),
    queue: cloudTasksQueue({
      createTask: createTaskCall(metadataTokens()),
      queue,
      checkConnectorUrl,
      checkConnectorsUrl,
      invoker,
      dispatchSeconds,
    }),
    announcer: pubsubAnnouncer({ client: pubsubClient(projectId), projectId, topic }),
    now,
  },
  machineVerifier({ audience: checkConnectorsUrl, accounts }, issuerKeys(googleJwksUri), now),
);
