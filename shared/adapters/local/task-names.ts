/** Names that are taken: by what is there, and for a while by what is over. No more than `most` of those are kept. */
export function taskNames({ rememberedMs, most }: { rememberedMs: number; most: number }) {
  const there = new Set<string>();
  /** By when they ended, the oldest first. */
  const over = new Map<string, number>();

  const remembers = (name: string, now: number): boolean => {
    const endedAt = over.get(name);
    if (endedAt === undefined) return false;
    // A clock that was set back: from now on, not from a moment that is still to come.
    if (endedAt > now) over.set(name, now);
    return now - endedAt < rememberedMs;
  };
  const forget = (now: number): void => {
    for (const [name, endedAt] of over) {
      if (over.size <= most && Math.abs(now - endedAt) < rememberedMs) return;
      over.delete(name);
    }
  };

  return {
    /** False where the name is taken. */
    take(name: string, now: Date): boolean {
      if (there.has(name) || remembers(name, now.getTime())) return false;
      there.add(name);
      return true;
    },
    end(name: string, now: Date): void {
      there.delete(name);
      over.delete(name);
      over.set(name, now.getTime());
      forget(now.getTime());
    },
    /** How many are there, not over. */
    count: () => there.size,
  };
}
