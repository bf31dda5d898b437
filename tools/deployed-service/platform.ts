import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secretManagerListener } from '../../sandbox/secret-manager/rest-front.ts';
import {
  createSecretManager,
  type SecretManager,
} from '../../sandbox/secret-manager/secret-manager.ts';
import type { Sandbox } from '../../sandbox/start-sandbox.ts';
import type { Limits } from '../../shared/limits/limits.ts';
import { requireEmulator, startEmulator } from '../emulators/firestore-emulator.ts';
import { googleFront, handOn } from './google-front.ts';
import { type MachineCallers, machineCallers, type QueueOptions } from './machine-callers.ts';
import { metadataServer } from './metadata-server.ts';
import { limitVariables } from './limit-variables.ts';

export interface PlatformOptions {
  /** Answers for BigQuery and for the sign-in of keys. */
  sandbox: Pick<Sandbox, 'handle'>;
  /** Answers for the issuer's host, as the pages of the deployment's sign-in would. */
  issuer: RequestListener;
  audience: string;
  origins: string[];
  limits: Limits;
  /** How the queue has its tasks done. */
  queue?: QueueOptions;
  /** Its clock; functions have their own. */
  now?: (() => Date) | undefined;
  /** Stands around what answers for a host: a test looks, waits, or lets things go wrong here. */
  around?: (host: string, listener: RequestListener) => RequestListener;
}

export interface Platform {
  /** A deployed function's variables: what Terraform sets, and what leads Google's hosts to this machine. */
  variables: Record<string, string>;
  projectId: string;
  database: string;
  secretManager: SecretManager;
  /** Queue, schedule and topic. */
  machines: MachineCallers;
  /** host:port of the Firestore emulator. */
  firestoreHost: string;
  close: () => Promise<void>;
}

export const issuerHost = 'issuer.example';
/** Where the page lies, and below it the functions. */
export const deployedPage = 'https://app.example';
const projectId = 'demo-connectors';
const database = 'connectors';

/** What surrounds a deployed function, on this machine: Firestore is its emulator, all others are the stand-ins. */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const folder = await mkdtemp(join(tmpdir(), 'platform-'));
  const emulator = await startEmulator(requireEmulator());
  const secretManager = createSecretManager(options.now && { now: options.now });
  const machines = await machineCallers(projectId, options.queue, options.now);
  const stand: RequestListener = (httpRequest, httpResponse) => {
    options.sandbox.handle(httpRequest, httpResponse);
  };
  // The emulator knows no accounts; "owner" is its word for whoever may do everything.
  const asOwner = (headers: object) => ({ ...headers, authorization: 'Bearer owner' });
  const hosts: Record<string, RequestListener> = {
    [issuerHost]: options.issuer,
    'oauth2.googleapis.com': stand,
    'www.googleapis.com': (httpRequest, httpResponse) => {
      const ofMachines = httpRequest.url === '/oauth2/v3/certs';
      (ofMachines ? machines.idTokens.keys : stand)(httpRequest, httpResponse);
    },
    'bigquery.googleapis.com': stand,
    'cloudresourcemanager.googleapis.com': stand,
    'secretmanager.googleapis.com': secretManagerListener(secretManager),
    'firestore.googleapis.com': handOn(Number(emulator.host.split(':')[1]), asOwner),
    'metadata.google.internal': metadataServer(),
    ...machines.hosts,
  };
  const { around = (_host: string, listener: RequestListener) => listener } = options;
  const front = await googleFront(
    Object.fromEntries(
      Object.entries(hosts).map(([host, listener]) => [host, around(host, listener)]),
    ),
  );
  await writeFile(join(folder, 'authority.pem'), front.authority);
  const preloaded = join(import.meta.dirname, 'redirect-hosts.cjs');
  return {
    projectId,
    database,
    secretManager,
    machines,
    firestoreHost: emulator.host,
    variables: {
      ...deployedVariables(options),
      ...machines.variables,
      NODE_EXTRA_CA_CERTS: join(folder, 'authority.pem'),
      NODE_OPTIONS: `--require ${JSON.stringify(preloaded)}`,
      REDIRECT_HOSTS: JSON.stringify({ hosts: front.hosts, ports: front.ports }),
    },
    async close() {
      machines.close();
      front.close();
      await emulator.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function deployedVariables({ audience, origins, limits }: PlatformOptions): Record<string, string> {
  return {
    GOOGLE_CLOUD_PROJECT: projectId,
    FIRESTORE_DATABASE: database,
    TOKEN_ISSUER: `https://${issuerHost}/issuer`,
    TOKEN_AUDIENCE: audience,
    TOKEN_JWKS_URI: `https://${issuerHost}/issuer/jwks`,
    PAGE_ORIGINS: origins.join(','),
    PAGE_TOKEN_KEY: '5a'.repeat(32),
    PAGE_URL: deployedPage,
    FUNCTIONS_URL: deployedPage,
    SIGN_IN_CLIENT_ID: 'settings-page',
    SIGN_IN_AUTHORIZATION_ENDPOINT: `https://${issuerHost}/issuer/auth`,
    SIGN_IN_TOKEN_ENDPOINT: `https://${issuerHost}/issuer/token`,
    ...limitVariables(limits),
  };
}
