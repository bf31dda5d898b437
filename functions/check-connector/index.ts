import { bigqueryWarehouse } from '../../shared/adapters/google/bigquery-warehouse.ts';
import { checkingEnvironment } from '../../shared/adapters/google/checking-environment.ts';
import { firestoreClient } from '../../shared/adapters/google/firestore-client.ts';
import { firestoreConnectorStore } from '../../shared/adapters/google/firestore-connector-store.ts';
import { googleIdentity } from '../../shared/adapters/google/google-identity.ts';
import { googleProjectPermissions } from '../../shared/adapters/google/google-project-permissions.ts';
import { pubsubAnnouncer } from '../../shared/adapters/google/pubsub-announcer.ts';
import { pubsubClient } from '../../shared/adapters/google/pubsub-client.ts';
import { secretManagerClient } from '../../shared/adapters/google/secret-manager-client.ts';
import { secretManagerKeyVault } from '../../shared/adapters/google/secret-manager-key-vault.ts';
import { systemStamps } from '../../shared/adapters/system/system-stamps.ts';
import { deployForMachines } from '../../shared/http/deploy.ts';
import { issuerKeys } from '../../shared/http/issuer-keys.ts';
import { googleJwksUri, machineVerifier } from '../../shared/http/verify-machine.ts';
import { googleCircuit } from '../../shared/limits/google-circuit.ts';
import { checkConnectorEndpoint } from './endpoint.ts';

const {
  GOOGLE_CLOUD_PROJECT: projectId,
  FIRESTORE_DATABASE: database,
  HEALTH_TOPIC: topic,
  CHECK_CONNECTOR_URL: audience,
  TASK_INVOKER: queue,
} = checkingEnvironment(
  'GOOGLE_CLOUD_PROJECT',
  'FIRESTORE_DATABASE',
  'HEALTH_TOPIC',
  'CHECK_CONNECTOR_URL',
  'TASK_INVOKER',
);

export const checkConnector = deployForMachines(
  checkConnectorEndpoint,
  {
    keys: secretManagerKeyVault({
      client: secretManagerClient(projectId),
      projectId,
      replication: 'automatic', // of keys that are added, and here is none
    }),
    connectors: firestoreConnectorStore({
      firestore: firestoreClient({ projectId, database }),
      now: systemStamps.now,
    }),
    identity: googleIdentity(systemStamps.now),
    openWarehouse: bigqueryWarehouse(),
    projectPermissions: googleProjectPermissions(),
    announcer: pubsubAnnouncer({ client: pubsubClient(projectId), projectId, topic }),
    circuit: googleCircuit(systemStamps),
    stamps: systemStamps,
  },
  machineVerifier({ audience, accounts: [queue] }, issuerKeys(googleJwksUri), systemStamps.now),
);
