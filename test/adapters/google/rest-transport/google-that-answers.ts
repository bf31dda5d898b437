import type { FirestoreClient } from '@google-cloud/firestore-api';
import type { SecretManagerServiceClient } from '@google-cloud/secret-manager';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { type Bundled, bundleClients } from '../../../support/bundle-clients.ts';
import { listen } from '../../../support/listen.ts';

export interface Seen {
  verb: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: unknown;
}

export type Answer = (httpResponse: ServerResponse, times: number) => void;

interface Clients {
  FirestoreClient: typeof FirestoreClient;
  SecretManagerServiceClient: typeof SecretManagerServiceClient;
}

/** The generated clients, as they are in a bundle, before a server that answers as a test wants it. */
export function googleThatAnswers() {
  let bundled: Bundled<Clients> | undefined;
  beforeAll(async () => {
    bundled = await bundleClients(`
      export { FirestoreClient } from '@google-cloud/firestore-api';
      export { SecretManagerServiceClient } from '@google-cloud/secret-manager';
    `);
  });
  afterAll(() => {
    bundled?.remove();
  });
  return async function answering(answer: Answer) {
    if (!bundled) throw new TypeError('the clients are bundled before the first test');
    const seen: Seen[] = [];
    const origin = await listen((httpRequest, httpResponse) => {
      const { method: verb = '', url: path = '', headers } = httpRequest;
      const chunks: Buffer[] = [];
      httpRequest.on('data', (chunk: Buffer) => chunks.push(chunk));
      httpRequest.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        seen.push({ verb, path, headers, body: text === '' ? undefined : JSON.parse(text) });
        answer(httpResponse, seen.length);
      });
    });
    const { hostname: servicePath, port } = new URL(origin);
    const forgotten: number[] = [];
    const auth = {
      getRequestHeaders: () => ({ authorization: 'Bearer a-token' }),
      forget: () => forgotten.push(seen.length),
    };
    // The types know google-auth-library's clients alone.
    const options = {
      servicePath,
      port: Number(port),
      protocol: 'http',
      fallback: true,
      auth,
    } as Record<string, object | string | number | boolean>;
    const { module } = bundled;
    const firestore = new module.FirestoreClient(options);
    const secrets = new module.SecretManagerServiceClient(options);
    onTestFinished(async () => {
      await Promise.all([firestore.close(), secrets.close()]);
    });
    return { firestore, secrets, seen, forgotten };
  };
}

export function json(httpResponse: ServerResponse, httpStatus: number, body: unknown): void {
  httpResponse.writeHead(httpStatus, { 'content-type': 'application/json' });
  httpResponse.end(JSON.stringify(body));
}
