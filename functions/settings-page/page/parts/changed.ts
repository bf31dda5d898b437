import { useEffect, useRef } from 'preact/hooks';

const listeners = new Set<() => void>();

/** Something about the workspace's connectors was changed from this page, wherever on it. */
export function tellChanged(): void {
  for (const listener of listeners) listener();
}

export function useWhenChanged(act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const listener = () => {
      latest.current();
    };
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, []);
}
