import type { CheckOfLadder } from '../check.ts';
import { passed } from '../finding.ts';

export const keyType: CheckOfLadder = {
  id: 'A2',
  title: 'It is a service-account key',
  needs: ['A1'],
  judge: async () => passed('The file is a service-account key.'),
};
