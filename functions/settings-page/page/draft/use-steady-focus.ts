import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * What has the focus stays where it is on the screen when something above it grows or shrinks by itself, as a report
 * does that ends while its reader chooses further below. Browsers' own scroll anchoring is off for the form: it would
 * hold on to the report's beginning.
 */
export function useSteadyFocus(...changing: unknown[]): void {
  const before = useRef(changing);
  const changes = changing.some((each, at) => each !== before.current[at]);
  const focused = changes ? document.activeElement : null;
  const top = focused?.getBoundingClientRect().top;
  useLayoutEffect(() => {
    before.current = changing;
    if (focused === null || top === undefined || focused === document.body) return;
    if (top < 0 || top > innerHeight) return; // the reader looks at something else
    const moved = focused.getBoundingClientRect().top - top;
    if (moved !== 0) scrollBy({ top: moved, behavior: 'instant' });
  });
}
