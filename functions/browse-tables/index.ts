import { environment } from '../../shared/adapters/google/environment.ts';
import { bigqueryWarehouse } from '../../shared/adapters/google/bigquery-warehouse.ts';
import { firestoreClient } from '../../shared/adapters/google/firestore-client.ts';
import { firestoreConnectorStore } from '../../shared/adapters/google/firestore-connector-store.ts';
import { googleIdentity } from '../../shared/adapters/google/google-identity.ts';
import { secretManagerClient } from '../../shared/adapters/google/secret-manager-client.ts';
import { secretManagerKeyVault } from '../../shared/adapters/google/secret-manager-key-vault.ts';
import { systemStamps } from '../../shared/adapters/system/system-stamps.ts';
import { deploy } from '../../shared/http/deploy.ts';
import { doorwayOf } from '../../shared/http/doorway-of.ts';
import { browseTablesEndpoint } from './endpoint.ts';

export const browseTables = deploy(
  browseTablesEndpoint,
  {
    keys: secretManagerKeyVault({
      client: secretManagerClient(environment.projectId),
      ...environment,
    }),
    connectors: firestoreConnectorStore({
      firestore: firestoreClient(environment),
      now: systemStamps.now,
    }),
    identity: googleIdentity(systemStamps.now),
    openWarehouse: bigqueryWarehouse(),
    stamps: systemStamps,
    limits: environment.limits,
  },
  doorwayOf(environment, systemStamps.now),
);
