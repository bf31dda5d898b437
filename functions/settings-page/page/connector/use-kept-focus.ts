import { useLayoutEffect, useRef } from 'preact/hooks';

/** One screen takes another one's place at the same address: who was on the old one is on the new one's heading. */
export function useKeptFocus(screen: string): void {
  const within = useRef(false);
  within.current = document.querySelector('main')?.contains(document.activeElement) === true;
  useLayoutEffect(() => {
    if (within.current && document.activeElement === document.body)
      document.querySelector<HTMLElement>('h1')?.focus();
  }, [screen]);
}
