import type { CheckOfLadder } from '../check.ts';
import { passed } from '../finding.ts';
import { examinePrivateKey } from '../key/examine-private-key.ts';

/** Cheap enough to be done each time: the stored key signs, and its own public half agrees. */
export const privateKey: CheckOfLadder = {
  id: 'A4',
  title: 'The private key can be used',
  needs: ['A2'],
  judge: async ({ key }) => {
    const { outcome, detail, cause } = examinePrivateKey(key.privateKey).check;
    return outcome === 'passed' ? passed(detail) : { outcome, detail, cause };
  },
};
