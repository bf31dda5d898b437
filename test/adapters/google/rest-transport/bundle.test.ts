import type * as firestoreClient from '@google-cloud/firestore';
import type * as secretManager from '@google-cloud/secret-manager';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bundled, bundleClients } from '../../../support/bundle-clients.ts';
import { listen } from '../../../support/listen.ts';

const mostBytes = 850_000;

describe('both clients in a bundle', () => {
  let bundled: Bundled<typeof firestoreClient & typeof secretManager>;
  beforeAll(async () => {
    bundled = await bundleClients(`
      export { Firestore } from '@google-cloud/firestore';
      export { SecretManagerServiceClient } from '@google-cloud/secret-manager';
    `);
  });
  afterAll(() => {
    bundled.remove();
  });

  test('bring nothing that lay below them, and no other client', () => {
    const packages = bundled.inputs
      .filter((file) => file.startsWith('node_modules/'))
      .map((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]);

    expect([...new Set(packages)].toSorted()).toEqual([
      '@google-cloud/firestore',
      '@google-cloud/firestore-api',
      '@google-cloud/secret-manager',
      'fast-deep-equal',
    ]);
    expect(bundled.inputs.filter((file) => /admin|beta|protos\.js$|expression/.test(file))).toEqual(
      [],
    );
  });

  test(`are smaller than ${String(mostBytes)} bytes`, () => {
    expect(bundled.bytes).toBeLessThan(mostBytes);
  });

  test('say what was left out when it is called', () => {
    const firestore = new bundled.module.Firestore({ projectId: 'p', preferRest: true });
    const query = firestore.collection('a');

    expect(() => firestore.bulkWriter()).toThrow('BulkWriter was left out of this bundle');
    expect(() => firestore.pipeline()).toThrow('PipelineSource was left out of this bundle');
    expect(() => firestore.bundle()).toThrow('BundleBuilder was left out of this bundle');
    expect(() => query.onSnapshot(() => undefined)).toThrow(
      'QueryWatch was left out of this bundle',
    );
  });

  test('look for no project: their caller knows it', async () => {
    const secrets = new bundled.module.SecretManagerServiceClient({ fallback: true });

    await expect(secrets.getProjectId()).rejects.toThrow('Give the client its projectId');
  });

  test('send the account’s token to nobody in the clear', async () => {
    let authorization: string | undefined = 'none was asked';
    const origin = await listen((httpRequest, httpResponse) => {
      ({ authorization } = httpRequest.headers);
      httpResponse.end('{}');
    });
    const { hostname: servicePath, port } = new URL(origin);
    const plain = { servicePath, port: Number(port), protocol: 'http', fallback: true };
    const secrets = new bundled.module.SecretManagerServiceClient(plain);

    await secrets.getSecret({ name: 'projects/p/secrets/s' });

    expect(authorization).toBeUndefined();
  });
});
