import { environment } from '../../shared/adapters/google/environment.ts';
import { firestoreClient } from '../../shared/adapters/google/firestore-client.ts';
import { firestoreConnectorStore } from '../../shared/adapters/google/firestore-connector-store.ts';
import { systemStamps } from '../../shared/adapters/system/system-stamps.ts';
import { deploy } from '../../shared/http/deploy.ts';
import { doorwayOf } from '../../shared/http/doorway-of.ts';
import { listConnectorsEndpoint } from './endpoint.ts';

export const listConnectors = deploy(
  listConnectorsEndpoint,
  {
    connectors: firestoreConnectorStore({
      firestore: firestoreClient(environment),
      now: systemStamps.now,
    }),
    stamps: systemStamps,
  },
  doorwayOf(environment, systemStamps.now),
);
