import { setTimeout } from 'node:timers/promises';
import type { CallSettings } from './call-settings.ts';
import { asGoogleError, googleError } from './google-error.ts';
import { Status } from './status.ts';

/** For all attempts at a call together: a function's caller waits for 30 s at the most. */
export const mostMs = 25_000;
/** For one attempt. */
export const mostAttemptMs = 10_000;

interface Clock {
  now: () => number;
  pause: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
}
const realClock: Clock = { now: Date.now, pause: rest };

/**
 * A call, repeated as the client's configuration allows it for the method: by code, with a growing random pause, or the
 * one that Google asks for. When time is up, the last failure is what the caller learns.
 */
export async function repeatCall<T>(
  settings: CallSettings,
  attempt: (deadlineMs: number) => Promise<T>,
  { now, pause }: Clock = realClock,
): Promise<T> {
  const { retryCodes, backoffSettings } = settings.retry;
  const { initialRetryDelayMillis, retryDelayMultiplier, maxRetryDelayMillis } = backoffSettings;
  const totalMs = Math.min(mostMs, backoffSettings.totalTimeoutMillis ?? mostMs);
  const mostRetries = backoffSettings.maxRetries ?? Infinity;
  const endsAt = now() + totalMs;
  let delayMs = initialRetryDelayMillis;
  for (let retries = 0; ; retries++) {
    try {
      const leftMs = endsAt - now();
      return await attempt(Math.max(1, Math.min(mostAttemptMs, settings.timeout, leftMs)));
    } catch (thrown) {
      const error = asGoogleError(thrown);
      const { code, retryDelayMs = 0 } = error;
      const again = code !== undefined && retryCodes.includes(code) && retries < mostRetries;
      const pauseMs = Math.max(Math.random() * delayMs, retryDelayMs);
      if (!again || now() + pauseMs >= endsAt) throw error;
      await pause(pauseMs, settings.signal);
      delayMs = Math.min(delayMs * retryDelayMultiplier, maxRetryDelayMillis);
    }
  }
}

async function rest(ms: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await setTimeout(ms, undefined, { signal });
  } catch {
    throw googleError(Status.CANCELLED, 'the caller no longer waits');
  }
}
