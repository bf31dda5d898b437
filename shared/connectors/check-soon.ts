const checkMs = 2 * 60 * 1000;
const tendMs = 5 * 60 * 1000;

/**
 * The first check of what was saved anew: it also mends what a process that was ended half-way left undone. Whoever
 * makes the change has ended by then: a function has a minute.
 */
export function checkSoon(now: Date): { nextCheckAt: string } {
  return { nextCheckAt: new Date(now.getTime() + checkMs).toISOString() };
}

/** What is paused or deleted is not checked, but its secrets are to follow it all the same. */
export function tendSoon(now: Date): { nextCheckAt: string } {
  return { nextCheckAt: new Date(now.getTime() + tendMs).toISOString() };
}
