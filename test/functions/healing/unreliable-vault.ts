import type { KeyVault } from '../../../shared/ports/key-vault.ts';

/** What becomes of a process at one of its words to the vault. */
export type Accident =
  | 'ended-before' // it is killed, and the word never arrives
  | 'ended-after' // it is killed once the word is done
  | 'delayed'; // the word, and all that the process does after it, comes later

export class Ended extends Error {}

export interface UnreliableVault {
  keys: Pick<KeyVault, 'keep' | 'expire'>;
  /** Lets the delayed word through. */
  release: () => void;
}

/** The vault as one process has it, to which something happens at its n-th word, the first is 0. */
export function unreliableVault(
  vault: KeyVault,
  { accident, at }: { accident: Accident; at: number },
): UnreliableVault {
  const gate = Promise.withResolvers<undefined>();
  let word = 0;
  const meets = async (say: () => Promise<boolean>): Promise<boolean> => {
    const isNow = word === at;
    word += 1;
    if (!isNow) return say();
    if (accident === 'ended-before') throw new Ended();
    if (accident === 'delayed') {
      await gate.promise;
      return say();
    }
    await say();
    throw new Ended();
  };
  return {
    keys: {
      keep: async (...of) => meets(async () => vault.keep(...of)),
      expire: async (...of) => meets(async () => vault.expire(...of)),
    },
    release: () => {
      gate.resolve(undefined);
    },
  };
}
