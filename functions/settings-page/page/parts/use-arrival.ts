import { useCallback, useEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';

/**
 * Where focus belongs on a screen that one arrives at, to be called once it is drawn: on its heading, as after a page
 * load; who goes back is on the link again that was followed. At first the browser decides.
 */
export function useArrival(): () => void {
  const { path } = useLocation();
  const left = useRef(path);
  const back = useRef(false);
  useEffect(() => {
    const goesBack = () => {
      back.current = true;
    };
    const goesOn = () => {
      back.current = false;
    };
    addEventListener('popstate', goesBack);
    addEventListener('click', goesOn, { capture: true });
    return () => {
      removeEventListener('popstate', goesBack);
      removeEventListener('click', goesOn, { capture: true });
    };
  }, []);
  return useCallback(() => {
    const within = (selector: string) => document.querySelector<HTMLElement>(selector);
    const link = back.current ? within(linkTo(left.current)) : null;
    left.current = path;
    link?.scrollIntoView({ block: 'center' });
    (link ?? within('h1'))?.focus({ preventScroll: back.current });
  }, [path]);
}

const linkTo = (path: string): string => `main a[href="${CSS.escape(path)}"]`;
