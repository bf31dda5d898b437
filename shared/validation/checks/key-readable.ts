import type { CheckOfLadder } from '../check.ts';
import { passed } from '../finding.ts';

/** The upload judged the file and kept five strings of it: what is stored can only be whole. */
export const keyReadable: CheckOfLadder = {
  id: 'A1',
  title: 'The key file can be read',
  needs: [],
  judge: async () => passed('The key file was read when it was uploaded.'),
};
