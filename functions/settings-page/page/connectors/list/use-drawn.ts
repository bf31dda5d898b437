import { useEffect, useState } from 'preact/hooks';

const atOnce = 4;

/**
 * How many pages are drawn: all that there are when the list appears, so that a row one comes back to is there. When
 * others take their place (a search is cleared), those in view first and the rest a few at a time: nobody waits for
 * rows far below.
 */
export function useDrawn(all: number, of: unknown): number {
  const [drawn, setDrawn] = useState({ of, number: all });
  const number = drawn.of === of ? Math.max(drawn.number, Math.min(all, atOnce)) : atOnce;
  useEffect(() => {
    if (drawn.of === of && number >= all) return undefined;
    const timer = setTimeout(() => {
      setDrawn({ of, number: number + atOnce });
    }, 50);
    return () => {
      clearTimeout(timer);
    };
  }, [all, of, drawn]);
  return Math.min(number, all);
}
