/** What the browser itself measures (https://www.w3.org/TR/performance-timeline/), in milliseconds since 1970. */
export interface Told {
  what: 'origin' | 'first-contentful-paint' | 'lcp' | 'shift' | 'longtask' | 'event' | 'ready';
  at: number;
  value: number;
}

/**
 * Runs in each document before its own scripts. Ready is a page that shows what it is for, has painted it, and has
 * nothing else to do first when somebody touches it.
 */
export const observe = (readySelector: string): string => `(() => {
  const tell = (what, from, value = 0) =>
    tellBench(JSON.stringify({ what, at: performance.timeOrigin + from, value }));
  const on = (type, then, more) =>
    new PerformanceObserver((list) => list.getEntries().forEach(then))
      .observe({ type, buffered: true, ...more });
  tell('origin', 0);
  on('paint', ({ name, startTime }) => tell(name, startTime));
  on('largest-contentful-paint', ({ startTime }) => tell('lcp', startTime));
  on('layout-shift', ({ hadRecentInput, startTime, value }) => {
    if (!hadRecentInput) tell('shift', startTime, value);
  });
  on('longtask', ({ startTime, duration }) => tell('longtask', startTime, duration));
  on('event', ({ startTime, duration, interactionId }) => {
    if (interactionId > 0) tell('event', startTime, duration);
  }, { durationThreshold: 16 });
  const look = new MutationObserver(() => {
    if (!document.querySelector(${JSON.stringify(readySelector)})) return;
    look.disconnect();
    requestAnimationFrame(() => setTimeout(() => tell('ready', performance.now())));
  });
  look.observe(document, { childList: true, subtree: true });
})();`;
