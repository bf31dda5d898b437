/** What Cloud Tasks has in the queue's own configuration, and Terraform sets there. */
export interface QueuePolicy {
  /** The first one included. */
  attempts: number;
  /** Doubled from attempt to attempt. */
  firstPauseMs: number;
  mostPauseMs: number;
  dispatchesASecond: number;
  /** So many may start at once before the rate counts. */
  burst: number;
  atOnce: number;
  /** Then it counts as failed and may be asked again while it still runs, as at Google. */
  attemptMs: number;
  /** So long the name of a task that is over is still taken. */
  rememberedMs: number;
  /** So many names of tasks that are over are remembered, and so many tasks may wait. */
  most: number;
}

export const usualPolicy: QueuePolicy = {
  attempts: 5,
  firstPauseMs: 10_000,
  mostPauseMs: 300_000,
  dispatchesASecond: 50,
  burst: 50,
  atOnce: 20,
  attemptMs: 600_000,
  rememberedMs: 3_600_000,
  most: 100_000,
};

/** Before the attempt that follows the `made` ones. */
export function pauseAfter(made: number, { firstPauseMs, mostPauseMs }: QueuePolicy): number {
  return Math.min(mostPauseMs, firstPauseMs * 2 ** (made - 1));
}
