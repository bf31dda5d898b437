import { setTimeout } from 'node:timers/promises';

/** What is wrong, as one sentence; undefined where nothing is. */
export type Ask = () => Promise<string | undefined>;

/** Asks until nothing is wrong any more: a fresh revision, and a grant, take a while to be everywhere. */
export async function waitFor(
  ask: Ask,
  seconds: number,
  pauseMs = 2000,
): Promise<string | undefined> {
  const until = performance.now() + seconds * 1000;
  for (;;) {
    const complaint = await ask();
    if (complaint === undefined || performance.now() + pauseMs > until) return complaint;
    await setTimeout(pauseMs);
  }
}
