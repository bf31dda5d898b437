import { Problem } from '../problems/problem.ts';

/** How a key was found: otherwise than it should be, as it should be, or not at all. */
export type Found = 'mended' | 'agreed' | 'lost';

/** What came of a word to the vault: the key may be gone already, by an operator's hand perhaps. */
export async function keyFound(work: Promise<boolean>): Promise<Found> {
  try {
    return (await work) ? 'mended' : 'agreed';
  } catch (error) {
    if (error instanceof Problem && error.code === 'key-not-found') return 'lost';
    throw error;
  }
}
