const soonMs = 2 * 60 * 1000;

/** The first check of what was saved anew: it also mends what a process that was ended half-way left undone. */
export function checkSoon(now: Date): { nextCheckAt: string } {
  return { nextCheckAt: new Date(now.getTime() + soonMs).toISOString() };
}
