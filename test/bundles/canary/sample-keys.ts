import { sampleKeys } from '../../../sandbox/sample-keys.ts';
import { subscribersEmail } from '../../support/subscribers-email.ts';
import type { DeployedFunctions } from '../deployed/deployed-functions.ts';
import type { Ask } from './asking.ts';

/** Every kind of key file that the service knows to judge, uploaded and, where it can be, validated. */
export async function everySampleKey(ask: Ask, { keyFile }: DeployedFunctions): Promise<void> {
  await Promise.all(
    sampleKeys.map(async ({ file }) => {
      const { json } = await ask('upload-key', 'POST /', { file: keyFile(file) });
      const { keyId } = json;
      if (keyId === undefined) return;
      const body = { keyId, purposes: ['import'], uniqueContactField: subscribersEmail };
      await ask('validate-connection', 'POST /', { body });
    }),
  );
}
