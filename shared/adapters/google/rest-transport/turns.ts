export interface Turns {
  /** Calls back as soon as it is its turn, at once where it can be. Gives what to call when the turn is over, or waited for no more. */
  take: (begin: () => void) => () => void;
}

/** So many at once, the others in the order in which they came. */
export function turns(atOnce: number): Turns {
  const there = new Set<() => void>();
  const waiting = new Set<() => void>();
  return {
    take(begin) {
      const enter = () => {
        there.add(enter);
        begin();
      };
      if (there.size < atOnce) enter();
      else waiting.add(enter);
      return () => {
        waiting.delete(enter);
        if (!there.delete(enter)) return;
        const [next] = waiting;
        if (!next) return;
        waiting.delete(next);
        next();
      };
    },
  };
}
