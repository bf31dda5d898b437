import { Problem } from '../../shared/problems/problem.ts';

/** The vault is asked of a key once a day: one that was destroyed since then is missed when it is read. */
export async function unlessKeyIsLost<T>(looking: Promise<T>): Promise<T | undefined> {
  try {
    return await looking;
  } catch (error) {
    if (error instanceof Problem && error.code === 'key-not-found') return undefined;
    throw error;
  }
}
