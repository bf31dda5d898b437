import type { Answer, Operation } from '../../ports/answer.ts';

/** The work's answer; or that it was stopped, as soon as the signal says so. What is left of it is then handed on. */
export async function untilStopped<T>(
  work: Promise<Answer<T>>,
  operation: Operation,
  {
    signal,
    afterwards,
  }: { signal: AbortSignal; afterwards?: ((work: Promise<unknown>) => void) | undefined },
): Promise<Answer<T>> {
  const stopped: Answer<T> = { refusal: { kind: 'transport', operation, fault: 'stopped' } };
  let stop: (() => void) | undefined;
  const waiting = new Promise<Answer<T>>((resolve) => {
    stop = () => {
      afterwards?.(work);
      resolve(stopped);
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  return Promise.race([work, waiting]).finally(() => {
    if (stop) signal.removeEventListener('abort', stop);
  });
}
