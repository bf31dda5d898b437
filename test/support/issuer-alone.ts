import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';
import { issuerSecrets } from '../../tools/local-service/issuer-secrets.ts';
import { localIssuer } from '../../tools/local-service/local-issuer.ts';
import { mount } from '../../tools/local-service/mount.ts';
import { newStateFolder, removeFolder } from '../service/running-service.ts';

/** The laptop's issuer behind the laptop's door, and nothing else, until the tests of the file have ended. */
export async function issuerAlone(): Promise<string> {
  const stateFolder = newStateFolder();
  const folders = new Map<string, http.RequestListener>();
  let port = 0;
  const server = http.createServer(
    mount({ folders, pages: new Map(), ownOriginOnly: new Set(['issuer']) }, () => port),
  );
  afterAll(() => {
    server.closeAllConnections();
    server.close();
    removeFolder(stateFolder);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
  const origin = `http://localhost:${String(port)}`;
  folders.set('issuer', localIssuer(origin, await issuerSecrets(stateFolder)));
  return origin;
}
