import { createRequire } from 'node:module';
import type { Descriptor } from '../../../../shared/adapters/google/rest-transport/descriptors.ts';
import { usedMethods } from '../../../../tools/bundle/used-methods.ts';

const load = createRequire(import.meta.url);

/** Each client’s whole descriptors, its service, and what we call of it. */
export const clients = [
  {
    service: 'google.firestore.v1.Firestore',
    file: '@google-cloud/firestore-api/build/protos/protos.json',
  },
  {
    service: 'google.cloud.secretmanager.v1.SecretManagerService',
    file: '@google-cloud/secret-manager/build/protos/protos.json',
  },
  {
    service: 'google.pubsub.v1.Publisher',
    file: '@google-cloud/pubsub-api/build/protos/protos.json',
  },
].map(({ service, file }) => ({
  service,
  descriptors: load(file) as Descriptor,
  methods: usedMethods[service as keyof typeof usedMethods],
}));
