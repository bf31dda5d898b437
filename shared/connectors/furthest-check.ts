const twoDaysMs = 2 * 24 * 60 * 60 * 1000;

/**
 * No check is ever put off further than this: the longest interval is a day, and half of it more to come to a phase. What
 * lies beyond was written by a clock that was wrong, and nobody would look at that connector for as long.
 */
export function furthestCheck(now: Date): Date {
  return new Date(now.getTime() + twoDaysMs);
}
