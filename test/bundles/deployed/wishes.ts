import type { Call } from '../../../tools/deployed-service/client.ts';
import { keyText, privateKeyPem } from '../../support/make-key.ts';
import { sampleKey } from '../../support/sample-records.ts';
import { seeder } from '../../support/seed.ts';
import type { DeployedPlatform } from '../deployed-platform.ts';

/** Something that a caller wants of a function, in a workspace that nobody else uses. */
export interface Wish {
  of: Wished;
  workspace: string;
  keyId: string;
  call: Call;
  /** How it may be answered when nothing is in the way. */
  status: number[];
}

/** One for each way in which functions ask the stores. */
export const wished = ['upload-key', 'save-connector', 'list-connectors', 'browse-tables'] as const;
export type Wished = (typeof wished)[number];

export type MakeWish = (of: Wished, why: string) => Promise<Wish>;

export function wishes({ keys, connectors, request }: DeployedPlatform): MakeWish {
  const key = sampleKey({ privateKey: privateKeyPem() });
  const seed = seeder(keys, connectors, () => new Date(), key);
  return async (of, why) => {
    const workspace = `${of}-${why.replaceAll(/\W/g, '-')}`;
    const { keyId, validationId } = await seed(workspace);
    const wish = { of, workspace, keyId };
    switch (of) {
      case 'upload-key': {
        const call = await request(workspace, 'POST /', { file: keyText() });
        return { ...wish, call, status: [201] };
      }
      case 'save-connector': {
        const body = { name: 'Shop data', validationId };
        const call = await request(workspace, 'POST /', { body });
        // 200 where the record was there already, and only its key's expiry was left to be cleared
        return { ...wish, call, status: [200, 201] };
      }
      case 'list-connectors': {
        const call = await request(workspace, 'GET /');
        return { ...wish, call, status: [200] };
      }
      case 'browse-tables': {
        const call = await request(workspace, `GET /?keyId=${keyId}`);
        return { ...wish, call, status: [422] }; // Google knows no such account
      }
    }
  };
}
