import type { Plugin } from 'esbuild';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Descriptor } from '../../shared/adapters/google/rest-transport/descriptors.ts';
import { leftOutModules } from './left-out-modules.ts';
import { pruneDescriptors } from './prune-descriptors.ts';
import { usedMethods } from './used-methods.ts';

const standIn = (file: string) =>
  fileURLToPath(new URL(`../../shared/adapters/google/rest-transport/${file}`, import.meta.url));

/** What lies beneath Google's clients, and what stands there in a bundle. */
const transports = [
  { filter: /^google-gax(\/fallback)?$/, path: standIn('google-gax.ts') },
  { filter: /^google-auth-library$/, path: standIn('google-auth-library.ts') },
  { filter: /^teeny-request$/, path: standIn('teeny-request.ts') },
];

/** The one client of a package, by the file that defines it: its index loads every version and 2 MB of messages. */
const clients: Record<string, { file: string; name: string }> = {
  '@google-cloud/firestore-api': {
    file: '@google-cloud/firestore-api/client_v1',
    name: 'FirestoreClient',
  },
  '@google-cloud/secret-manager': {
    file: '@google-cloud/secret-manager/build/src/v1/secret_manager_service_client.js',
    name: 'SecretManagerServiceClient',
  },
  '@google-cloud/pubsub': {
    file: '@google-cloud/pubsub-api/build/src/v1/publisher_client.js',
    name: 'PublisherClient',
  },
};

/** What each package's descriptors are kept for. */
const services: Record<string, keyof typeof usedMethods> = {
  'firestore-api': 'google.firestore.v1.Firestore',
  'secret-manager': 'google.cloud.secretmanager.v1.SecretManagerService',
  'pubsub-api': 'google.pubsub.v1.Publisher',
};

/**
 * For esbuild: Google's own clients with our REST transport beneath them, and
 * without what a function never runs. See docs/decisions/2026-11-24-a-lean-transport-under-google-s-clients.md.
 */
export function leanClients(): Plugin {
  return {
    name: 'lean-clients',
    setup(build) {
      for (const { filter, path } of transports) build.onResolve({ filter }, () => ({ path }));

      build.onResolve(
        { filter: /^@google-cloud\/(firestore-api|secret-manager|pubsub)(\/build\/src\/v1)?$/ },
        ({ path, resolveDir }) => ({
          path: path.replace('/build/src/v1', ''),
          namespace: 'lean-client',
          pluginData: resolveDir,
        }),
      );
      build.onLoad({ filter: /.*/, namespace: 'lean-client' }, ({ path, pluginData }) => ({
        contents: clientModule(path),
        resolveDir: String(pluginData),
      }));

      build.onLoad(
        { filter: /\/(firestore-api|secret-manager|pubsub-api)\/build\/protos\/protos\.json$/ },
        ({ path }) => ({
          contents: JSON.stringify(prunedDescriptors(path)),
          loader: 'json',
        }),
      );

      for (const { filter, contents } of leftOutModules)
        build.onLoad({ filter }, ({ path }) => ({
          contents,
          loader: 'js',
          resolveDir: dirname(path),
        }));
    },
  };
}

/** A client is read when it is first asked for. */
function clientModule(packageName: string): string {
  const client = clients[packageName];
  if (!client) throw new TypeError(`There is no lean client for ${packageName}`);
  const read = `get: () => require('${client.file}').${client.name}, enumerable: true`;
  return `
    Object.defineProperty(exports, '${client.name}', { ${read} });
    exports.v1 = exports;
  `;
}

function prunedDescriptors(path: string): Descriptor {
  const root = JSON.parse(readFileSync(path, 'utf8')) as Descriptor;
  const [, owner = ''] = /\/([\w-]+)\/build\/protos\/protos\.json$/.exec(path) ?? [];
  const service = services[owner];
  if (!service) throw new TypeError(`Nobody said what is used of ${path}`);
  return pruneDescriptors(root, { [service]: usedMethods[service] });
}
