import { readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sandbox } from '../../sandbox/start-sandbox.ts';
import { createSecretManager } from '../../sandbox/secret-manager/secret-manager.ts';
import { secretManagerListener } from '../../sandbox/secret-manager/rest-front.ts';
import type { Limits } from '../../shared/limits/limits.ts';
import { requireEmulator, startEmulator } from '../emulators/firestore-emulator.ts';
import { deployFunction, type DeployedFunction } from './deployed-function.ts';
import { googleFront, handOn } from './google-front.ts';
import { metadataServer } from './metadata-server.ts';

export interface DeployedFunctions {
  functions: DeployedFunction[];
  close: () => Promise<void>;
}

export interface DeployedFunctionsOptions {
  dist: string;
  sandbox: Sandbox;
  /** Answers for the issuer's host, as the pages of the deployment's sign-in would. */
  issuer: RequestListener;
  audience: string;
  origins: string[];
  limits: Limits;
}

export const issuerHost = 'issuer.example';
const projectId = 'demo-connectors';

/**
 * The bundles as they are deployed, each in a process of its own under the real framework with Google's real clients.
 * Google's hosts are redirected to this machine: Firestore to its emulator, all others to the stand-ins.
 */
export async function deployedFunctions(
  options: DeployedFunctionsOptions,
): Promise<DeployedFunctions> {
  const folder = await mkdtemp(join(tmpdir(), 'deployed-'));
  const emulator = await startEmulator(requireEmulator());
  const front = await googleFront({
    [issuerHost]: options.issuer,
    ...hostsOfGoogle(options.sandbox, Number(emulator.host.split(':')[1])),
  });
  await writeFile(join(folder, 'authority.pem'), front.authority);
  const variables = {
    ...variablesOf(options),
    NODE_EXTRA_CA_CERTS: join(folder, 'authority.pem'),
    NODE_OPTIONS: `--require ${JSON.stringify(join(import.meta.dirname, 'redirect-hosts.cjs'))}`,
    REDIRECT_HOSTS: JSON.stringify({ hosts: front.hosts, ports: front.ports }),
  };
  const hear = (text: string) => process.stdout.write(text);
  const functions = await Promise.all(
    bundlesIn(options.dist).map((name) =>
      deployFunction(name, { dist: options.dist, variables, hear }),
    ),
  );
  return {
    functions,
    async close() {
      await Promise.all(functions.map(({ stop }) => stop()));
      front.close();
      await emulator.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function hostsOfGoogle(sandbox: Sandbox, emulatorPort: number): Record<string, RequestListener> {
  const stand: RequestListener = (httpRequest, httpResponse) => {
    sandbox.handle(httpRequest, httpResponse);
  };
  return {
    'oauth2.googleapis.com': stand,
    'www.googleapis.com': stand,
    'bigquery.googleapis.com': stand,
    'secretmanager.googleapis.com': secretManagerListener(createSecretManager()),
    // The emulator knows no accounts; "owner" is its word for whoever may do everything.
    'firestore.googleapis.com': handOn(emulatorPort, (headers) => ({
      ...headers,
      authorization: 'Bearer owner',
    })),
    'metadata.google.internal': metadataServer(),
    '169.254.169.254': metadataServer(),
  };
}

function variablesOf({ audience, origins, limits }: DeployedFunctionsOptions) {
  return {
    GOOGLE_CLOUD_PROJECT: projectId,
    FIRESTORE_DATABASE: 'connectors',
    TOKEN_ISSUER: `https://${issuerHost}/issuer`,
    TOKEN_AUDIENCE: audience,
    TOKEN_JWKS_URI: `https://${issuerHost}/issuer/jwks`,
    PAGE_ORIGINS: origins.join(','),
    PAGE_TOKEN_KEY: '5a'.repeat(32),
    LIMIT_UPLOADS_A_MINUTE: String(limits.uploadsAMinute),
    LIMIT_VALIDATIONS_A_MINUTE: String(limits.validationsAMinute),
    LIMIT_ACCOUNTS_A_DAY: String(limits.accountsADay),
    LIMIT_PENDING_KEYS: String(limits.pendingKeys),
    LIMIT_CONNECTORS: String(limits.connectors),
  };
}

function bundlesIn(dist: string): string[] {
  return readdirSync(dist).filter(
    (name) => name !== 'source-maps' && statSync(join(dist, name)).isDirectory(),
  );
}
