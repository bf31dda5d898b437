import { Problem } from '../problems/problem.ts';

/** Whether what was to be done with a key found one: it may be gone already, by an operator's hand perhaps. */
export async function keyThere(work: Promise<void>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof Problem && error.code === 'key-not-found') return false;
    throw error;
  }
}
