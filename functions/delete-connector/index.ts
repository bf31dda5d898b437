import { environment } from '../../shared/adapters/google/environment.ts';
import { firestoreClient } from '../../shared/adapters/google/firestore-client.ts';
import { firestoreConnectorStore } from '../../shared/adapters/google/firestore-connector-store.ts';
import { secretManagerClient } from '../../shared/adapters/google/secret-manager-client.ts';
import { secretManagerKeyVault } from '../../shared/adapters/google/secret-manager-key-vault.ts';
import { systemStamps } from '../../shared/adapters/system/system-stamps.ts';
import { deploy } from '../../shared/http/deploy.ts';
import { doorwayOf } from '../../shared/http/doorway-of.ts';
import { deleteConnectorEndpoint } from './endpoint.ts';

export const deleteConnector = deploy(
  deleteConnectorEndpoint,
  {
    keys: secretManagerKeyVault({
      client: secretManagerClient(environment.projectId),
      ...environment,
    }),
    connectors: firestoreConnectorStore({
      firestore: firestoreClient(environment),
      now: systemStamps.now,
    }),
    stamps: systemStamps,
    limits: environment.limits,
  },
  doorwayOf(environment, systemStamps.now),
);
