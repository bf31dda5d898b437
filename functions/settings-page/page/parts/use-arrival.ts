import { useCallback, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { move, watchMoves } from './moves.ts';

/**
 * Where focus belongs on a screen that one arrives at, to be called once it is drawn: on its heading, as after a page
 * load; who goes back is on the link again that was followed. At first the browser decides.
 */
export function useArrival(): () => void {
  const { path } = useLocation();
  const left = useRef(path);
  useState(watchMoves);
  return useCallback(() => {
    const within = (selector: string) => document.querySelector<HTMLElement>(selector);
    const link = move.back ? within(linkTo(left.current)) : null;
    left.current = path;
    link?.scrollIntoView({ block: 'center' });
    (link ?? within('h1'))?.focus({ preventScroll: move.back });
  }, [path]);
}

const linkTo = (path: string): string => `main a[href="${CSS.escape(path)}"]`;
