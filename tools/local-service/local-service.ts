import { randomBytes } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import * as z from 'zod';
import { bigqueryWarehouse } from '../../shared/adapters/google/bigquery-warehouse.ts';
import { type Endpoints, google } from '../../shared/adapters/google/endpoints.ts';
import { googleIdentity } from '../../shared/adapters/google/google-identity.ts';
import { localConnectorStore } from '../../shared/adapters/local/local-connector-store.ts';
import { openLocalDatabase } from '../../shared/adapters/local/local-database.ts';
import { localKeyVault } from '../../shared/adapters/local/local-key-vault.ts';
import { sealingKey } from '../../shared/adapters/local/sealing-key.ts';
import { systemStamps } from '../../shared/adapters/system/system-stamps.ts';
import { issuerKeys } from '../../shared/http/issuer-keys.ts';
import { openApi } from '../../shared/http/open-api.ts';
import { pageTokens } from '../../shared/http/page-token.ts';
import { type Doorway, serve } from '../../shared/http/serve.ts';
import { callerVerifier } from '../../shared/http/verify-caller.ts';
import { startSandbox } from '../../sandbox/start-sandbox.ts';
import { endpointsOfFunctions } from './endpoints-of-functions.ts';
import { audience, issuerSecrets, localIssuer } from './local-issuer.ts';
import { mount, page } from './mount.ts';
import { secretFile } from './secret-file.ts';
import type { LocalSettings } from './settings.ts';
import { welcome } from './welcome.ts';

export interface LocalService {
  origin: string;
  keysFolder: string;
  close: () => Promise<void>;
}

const minuteMs = 60_000;

/** The whole service in one process: every function, an issuer of tokens, SQLite, and a stand-in for Google. */
export async function startLocalService({
  port,
  stateFolder,
  limits,
  realGoogle,
}: LocalSettings): Promise<LocalService> {
  const now = () => systemStamps.now();
  const database = openLocalDatabase(stateFolder);
  const keys = localKeyVault({ database, sealingKey: sealingKey(stateFolder), now });
  const connectors = localConnectorStore({ database, now });
  const sandbox = await startSandbox({ stateFolder });
  const folders = new Map<string, http.RequestListener>();
  const pages = new Map<string, http.RequestListener>();
  const ownOriginOnly = new Set(['sandbox', 'issuer']);
  const server: http.Server = http.createServer(
    mount({ folders, pages, ownOriginOnly }, () => actualPort(server)),
  );
  server.requestTimeout = minuteMs / 2;
  server.headersTimeout = 10_000;
  await listen(server, port);
  const origin = `http://localhost:${String(actualPort(server))}`;
  const loopback = `http://127.0.0.1:${String(actualPort(server))}`;

  const endpoints = realGoogle ? google : endpointsUnder(`${loopback}/sandbox`);
  const ports = {
    keys,
    connectors,
    stamps: systemStamps,
    limits,
    identity: googleIdentity(now, endpoints),
    openWarehouse: bigqueryWarehouse(endpoints),
  };
  const doorway: Doorway = {
    origins: [origin, loopback],
    pageTokens: pageTokens(await pageTokenKey(stateFolder)),
    verifyCaller: callerVerifier(
      {
        issuer: `${origin}/issuer`,
        audience,
        tokenTypes: ['at+jwt'],
        workspaceClaim: 'workspace',
        roleClaim: 'role',
      },
      issuerKeys(`${loopback}/issuer/jwks`),
      now,
    ),
  };
  const functions = await endpointsOfFunctions<typeof ports>();
  for (const endpoint of functions) folders.set(endpoint.name, serve(endpoint, ports, doorway));
  folders.set('issuer', localIssuer(origin, await issuerSecrets(stateFolder)));
  folders.set('sandbox', (httpRequest, httpResponse) => {
    sandbox.handle(httpRequest, httpResponse);
  });
  pages.set(
    '/openapi.json',
    page('application/json; charset=utf-8', JSON.stringify(openApi(functions, origin))),
  );
  pages.set('/', page('text/html; charset=utf-8', welcome(origin, functions, sandbox.keysFolder)));

  const sweep = setInterval(() => {
    keys.deleteExpired();
    connectors.deleteExpired();
  }, minuteMs).unref();
  return {
    origin,
    keysFolder: sandbox.keysFolder,
    async close() {
      clearInterval(sweep);
      server.closeAllConnections();
      server.close();
      await sandbox.close();
      database.close();
    },
  };
}

function endpointsUnder(sandbox: string): Endpoints {
  return {
    token: `${sandbox}/token`,
    certificates: `${sandbox}/robot/v1/metadata/x509/`,
    bigquery: sandbox,
  };
}

const actualPort = (server: http.Server): number => (server.address() as AddressInfo).port;

async function listen(server: http.Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

async function pageTokenKey(stateFolder: string): Promise<Uint8Array> {
  return secretFile({
    path: join(stateFolder, 'page-token.key'),
    make: () => randomBytes(32).toString('hex'),
    read: (text) => Buffer.from(z.hex().length(64).parse(text), 'hex'),
  });
}
