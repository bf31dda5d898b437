import { serviceAccountKey } from '../../schemas/service-account-key.ts';
import type { CheckOfLadder } from '../check.ts';
import { passed } from '../finding.ts';

export const keyComplete: CheckOfLadder = {
  id: 'A3',
  title: 'The key file is complete',
  needs: ['A2'],
  judge: async ({ key }) =>
    serviceAccountKey.safeParse(key).success
      ? passed(`The key is of ${key.clientEmail}, project ${key.projectId}.`)
      : {
          outcome: 'failed',
          cause: 'field-ill-formed',
          detail: 'The stored key is incomplete; upload the key file again.',
        },
};
