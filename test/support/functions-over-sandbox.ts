import http from 'node:http';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { subscribersEmail } from './subscribers-email.ts';
import type { AddressInfo } from 'node:net';
import type { CheckConnectorPorts } from '../../functions/check-connector/ports.ts';
import { bigqueryWarehouse } from '../../shared/adapters/google/bigquery-warehouse.ts';
import { googleIdentity } from '../../shared/adapters/google/google-identity.ts';
import { googleProjectPermissions } from '../../shared/adapters/google/google-project-permissions.ts';
import {
  type LocalAnnouncer,
  localAnnouncer,
} from '../../shared/adapters/local/local-announcer.ts';
import { openLocalDatabase } from '../../shared/adapters/local/local-database.ts';
import { googleCircuit } from '../../shared/limits/google-circuit.ts';
import { systemStamps } from '../../shared/adapters/system/system-stamps.ts';
import type { ConnectorStore } from '../../shared/ports/connector-store.ts';
import { endpointsUnder } from '../../tools/local-service/endpoints-under.ts';
import { type RunningSandbox, runningSandbox } from '../sandbox/running-sandbox.ts';
import { type Answer, askerAt, type Init } from './asker.ts';
import { functionsListener } from './functions-listener.ts';

export interface OverSandbox {
  google: RunningSandbox;
  origin: string;
  /** What the functions keep things in and ask, for those that have no door. */
  ports: CheckConnectorPorts & { connectors: ConnectorStore; announcer: LocalAnnouncer };
  ask: (call: string, init?: Init) => Promise<Answer>;
  upload: (name: string) => Promise<string>;
  validate: (body: unknown) => Promise<Answer>;
  fault: (fault: object) => Promise<void>;
  mend: () => Promise<void>;
  close: () => Promise<void>;
}

const many = 1_000_000;

/** All functions over real HTTP, with Google's adapters over the stand-in, and patience that a test can wait for. */
export async function functionsOverSandbox(callMs: number): Promise<OverSandbox> {
  const google = await runningSandbox({ answersNonsense: true });
  const endpoints = { ...endpointsUnder(google.origin), callMs };
  const database = openLocalDatabase(':memory:');
  const { now } = google;
  const askedOf = {
    identity: googleIdentity(now, endpoints),
    openWarehouse: bigqueryWarehouse(endpoints),
    projectPermissions: googleProjectPermissions(endpoints),
  };
  const { listener, keys, connectors } = await functionsListener({
    database,
    now,
    limits: {
      uploadsAMinute: many,
      validationsAMinute: many,
      editsAMinute: many,
      browsesAMinute: many,
      pendingKeys: many,
      keys: many,
      accountsADay: many,
    },
    google: askedOf,
  });
  const stamps = { now, newId: () => systemStamps.newId() };
  const circuit = googleCircuit({ now });
  const server = http.createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const ask = askerAt(origin)('demo');
  return {
    google,
    origin,
    ports: { ...askedOf, keys, connectors, stamps, circuit, announcer: localAnnouncer() },
    ask,
    async upload(name) {
      const file = Buffer.from(JSON.stringify(google.keyFile(name)));
      const { json } = await ask('POST upload-key/', { file });
      return String(json.keyId);
    },
    validate: async (body) => ask('POST validate-connection/', { body }),
    async fault(fault) {
      await google.fetch('/faults', { method: 'POST', body: JSON.stringify(fault) });
    },
    async mend() {
      await google.fetch('/faults', { method: 'DELETE' });
    },
    async close() {
      server.closeAllConnections();
      server.close();
      database.close();
      await google.close();
    },
  };
}

/** One of them for all tests of a file, which try both purposes at once; faults are forgotten after each test. */
export function withEverything(callMs: number) {
  let over: OverSandbox;
  let everything: object;
  beforeAll(async () => {
    over = await functionsOverSandbox(callMs);
    everything = {
      keyId: await over.upload('good'),
      purposes: ['import', 'export'],
      uniqueContactField: subscribersEmail,
      exportDataset: { dataset: 'exports' },
    };
  });
  afterEach(async () => over.mend());
  afterAll(async () => over.close());
  return {
    fault: async (fault: object) => over.fault(fault),
    validate: async () => over.validate(everything),
  };
}
