import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemStamps } from '../../shared/adapters/system/system-stamps.ts';
import { refuseUnread } from '../../shared/http/refuse-unread.ts';
import { startSandbox } from '../../sandbox/start-sandbox.ts';
import { localPage } from './local-page.ts';
import { endpointsOfFunctions } from './endpoints-of-functions.ts';
import { functionsInProcess } from './functions-in-process.ts';
import { issuerSecrets } from './issuer-secrets.ts';
import { localIssuer } from './local-issuer.ts';
import { mount, type Mounts, page } from './mount.ts';
import type { LocalSettings } from './settings.ts';
import { sqliteStorage } from './sqlite-storage.ts';
import type { Storage } from './storage.ts';
import { welcome } from './welcome.ts';

export interface LocalService {
  origin: string;
  keysFolder: string;
  close: () => Promise<void>;
}

/** The whole service on this machine: every function, an issuer of tokens, storage, and a stand-in for Google. */
export async function startLocalService(settings: LocalSettings): Promise<LocalService> {
  const { port, stateFolder, serving } = settings;
  const storage = serving === 'bundles' ? undefined : await openStorage(settings);
  const sandbox = await startSandbox({ stateFolder });
  const folders = new Map<string, http.RequestListener>();
  const pages = new Map<string, http.RequestListener>();
  const ownOriginOnly = new Set(['sandbox', 'issuer']);
  const mounts: Mounts = { folders, pages, ownOriginOnly };
  const server: http.Server = http.createServer(mount(mounts, () => actualPort(server)));
  refuseUnread(server);
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  await listen(server, port);
  const origin = `http://localhost:${String(actualPort(server))}`;
  const loopback = `http://127.0.0.1:${String(actualPort(server))}`;
  const place = { origin, loopback, origins: [origin, loopback] };

  const secrets = await issuerSecrets(stateFolder);
  const functions = storage
    ? await functionsInProcess({ ...settings, storage, place })
    : await (
        await import('./bundled-functions.ts')
      ).bundledFunctions({ ...settings, sandbox, secrets, place });
  folders.set('issuer', functions.issuer ?? localIssuer(origin, secrets));
  folders.set('sandbox', (httpRequest, httpResponse) => {
    sandbox.handle(httpRequest, httpResponse);
  });
  for (const [name, listener] of functions.listeners) folders.set(name, listener);
  const endpoints = await endpointsOfFunctions<never>();
  const calls = welcome(origin, endpoints, sandbox.keysFolder);
  pages.set('/calls', page('text/html; charset=utf-8', calls));
  mounts.others = functions.page ?? (await localPage(origin));
  return {
    origin,
    keysFolder: sandbox.keysFolder,
    async close() {
      server.closeAllConnections();
      server.close();
      await functions.close();
      await sandbox.close();
      await storage?.close();
    },
  };
}

/** What only one way of starting needs is loaded for it alone: Google's clients are large. */
async function openStorage({ serving, stateFolder }: LocalSettings): Promise<Storage> {
  const { now } = systemStamps;
  if (serving === 'sqlite') return sqliteStorage(stateFolder, now);
  return (await import('./emulated-storage.ts')).emulatedStorage(now);
}

const actualPort = (server: http.Server): number => (server.address() as AddressInfo).port;

async function listen(server: http.Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}
