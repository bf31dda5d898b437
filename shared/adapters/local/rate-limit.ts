/**
 * A token bucket, as Cloud Tasks has it: a burst at once, then so many a second. A clock that was set back costs
 * nothing but the time until the next token.
 */
export function rateLimit({ aSecond, burst }: { aSecond: number; burst: number }) {
  let tokens = burst;
  let filledAt = -Infinity;
  return {
    /** Takes a turn and gives 0, or says in how many milliseconds there may be one. */
    take(now: Date): number {
      const passed = Math.max(0, now.getTime() - filledAt);
      filledAt = now.getTime();
      tokens = Math.min(burst, tokens + (passed / 1000) * aSecond);
      if (tokens < 1 - rounding) return Math.ceil(((1 - tokens) / aSecond) * 1000);
      tokens -= 1;
      return 0;
    },
  };
}

/** Thirds and sevenths of a token add up to a little less than one. */
const rounding = 1e-9;
