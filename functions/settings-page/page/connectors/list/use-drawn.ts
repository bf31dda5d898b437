import { useEffect, useState } from 'preact/hooks';
import { move } from '../../parts/moves.ts';

/**
 * How many pages are drawn: at once those in view, and of the rest one after the other, so that nothing that is pressed
 * or scrolled meanwhile waits for rows far below. Who comes back has all of them, with the row that was left.
 */
export function useDrawn(all: number, of: unknown): number {
  const [drawn, setDrawn] = useState({ of, number: move.back ? all : 1 });
  const number = drawn.of === of ? drawn.number : 1;
  useEffect(() => {
    if (drawn.of === of && number >= all) return undefined;
    const timer = setTimeout(() => {
      setDrawn({ of, number: Math.min(all, number + 1) });
    });
    return () => {
      clearTimeout(timer);
    };
  }, [all, of, drawn]);
  return Math.min(Math.max(number, 1), all);
}
