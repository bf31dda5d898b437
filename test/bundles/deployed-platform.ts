import { Firestore } from '@google-cloud/firestore';
import type { Sandbox } from '../../sandbox/start-sandbox.ts';
import { firestoreConnectorStore } from '../../shared/adapters/google/firestore-connector-store.ts';
import { secretManagerKeyVault } from '../../shared/adapters/google/secret-manager-key-vault.ts';
import { systemStamps } from '../../shared/adapters/system/system-stamps.ts';
import type { ConnectorStore } from '../../shared/ports/connector-store.ts';
import type { KeyVault } from '../../shared/ports/key-vault.ts';
import type { Call } from '../../tools/deployed-service/client.ts';
import {
  type DeployedFunction,
  deployFunction,
} from '../../tools/deployed-service/deployed-function.ts';
import { hardlyLimited } from '../../tools/deployed-service/hardly-limited.ts';
import {
  type Platform,
  type PlatformOptions,
  startPlatform,
} from '../../tools/deployed-service/platform.ts';
import { signingIssuer } from '../../tools/deployed-service/signing-issuer.ts';
import { connect } from '../support/secret-manager-client.ts';

export interface DeployedPlatform extends Platform {
  /** Google's adapters, as the functions have them, over the very stores of the functions. */
  keys: KeyVault;
  connectors: ConnectorStore;
  firestore: Firestore;
  /** One more instance of a function, with variables beside the usual ones; whoever starts it ends it. */
  deploy: (name: string, variables?: Record<string, string>) => Promise<DeployedFunction>;
  /** What every instance wrote until now. */
  logs: () => { where: string; content: string }[];
  /** A request of an editor, or of another role: `request('acme', 'GET /')`. */
  request: (workspace: string, line: string, given?: Given) => Promise<Call>;
}

export interface Given {
  body?: unknown;
  file?: string | Uint8Array;
  etag?: unknown;
  role?: string;
}

export const dist = 'dist';
/** The hands of a test wait for an emulator on a busy machine longer than a caller would. */
const waitMs = 60_000;

/** What surrounds deployed functions, and hands of the test that reach into both stores. */
export async function deployedPlatform(
  options: Pick<PlatformOptions, 'sandbox' | 'around' | 'queue' | 'now'>,
): Promise<DeployedPlatform> {
  const { listener: issuer, audience, token } = await signingIssuer();
  const origins = ['https://app.example'];
  const platform = await startPlatform({
    ...options,
    issuer,
    audience,
    origins,
    limits: hardlyLimited,
  });
  const { projectId, database: databaseId, secretManager, firestoreHost: host } = platform;
  const { client, close: disconnect } = await connect(secretManager, 'REST');
  const firestore = new Firestore({
    projectId,
    databaseId,
    host,
    ssl: false,
    customHeaders: { Authorization: 'Bearer owner' },
    ignoreUndefinedProperties: true,
  });
  const logs: { where: string; content: string }[] = [];
  return {
    ...platform,
    firestore,
    keys: secretManagerKeyVault({
      client: () => Promise.resolve(client),
      projectId,
      replication: 'automatic',
    }),
    connectors: firestoreConnectorStore({ firestore, now: systemStamps.now, waitMs }),
    async deploy(name, variables) {
      const heard = { where: name, content: '' };
      logs.push(heard);
      return deployFunction(name, dist, { ...platform.variables, ...variables }, (text) => {
        heard.content += text;
      });
    },
    logs: () => logs,
    async request(workspace, line, { body, file, etag, role } = {}) {
      const [method = 'GET', path = '/'] = line.split(' ');
      const type = file === undefined ? 'application/json' : 'application/octet-stream';
      return {
        method,
        path,
        headers: {
          authorization: `Bearer ${await token(workspace, role)}`,
          'content-type': type,
          ...(typeof etag === 'string' && { 'if-match': `"${etag}"` }),
        },
        ...(file !== undefined && { body: file }),
        ...(body !== undefined && { body: JSON.stringify(body) }),
      };
    },
    async close() {
      await disconnect();
      await firestore.terminate();
      await platform.close();
    },
  };
}

/** For tests that ask nothing of BigQuery: whoever signs in is told that Google knows no such account. */
export const noBigQuery: Pick<Sandbox, 'handle'> = {
  handle(_httpRequest, httpResponse) {
    const unknown = 'Invalid grant: account not found';
    httpResponse.writeHead(400, { 'content-type': 'application/json' });
    httpResponse.end(JSON.stringify({ error: 'invalid_grant', error_description: unknown }));
  },
};
