type Listener = (now: Date) => void;

const everyMs = 30_000;
const atOnce = 200;
const listeners = new Set<Listener>();
const clock: { timer?: ReturnType<typeof setInterval> } = {};

/** One clock for all moments on the page, however many; a long list of them is gone through in slices. */
export function everyHalfMinute(listener: Listener): () => void {
  listeners.add(listener);
  clock.timer ??= setInterval(() => {
    tellFrom([...listeners]);
  }, everyMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(clock.timer);
    delete clock.timer;
  };
}

function tellFrom(waiting: Listener[]): void {
  const now = new Date();
  for (const listener of waiting.slice(0, atOnce)) if (listeners.has(listener)) listener(now);
  const rest = waiting.slice(atOnce);
  if (rest.length > 0)
    setTimeout(() => {
      tellFrom(rest);
    });
}
