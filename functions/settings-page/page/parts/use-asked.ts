import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

export interface Asked<T> {
  /** The last answer, also while it is asked for again. */
  value?: T;
  failure?: unknown;
  waiting: boolean;
  /** Asks again; what was there stays until the answer is. */
  again: () => void;
  /** Puts a newer value in the place of what was answered. */
  put: (value: T) => void;
}

/** Asks when it is first shown and whenever `of` changes; what nobody waits for any more is broken off. */
export function useAsked<T>(ask: (signal: AbortSignal) => Promise<T>, of: unknown[]): Asked<T> {
  const [state, setState] = useState<Omit<Asked<T>, 'again' | 'put'>>({ waiting: true });
  const [turn, setTurn] = useState(0);
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    const left = new AbortController();
    setState((before) => ({ ...before, waiting: true }));
    latest.current(left.signal).then(
      (value) => {
        if (!left.signal.aborted) setState({ value, waiting: false });
      },
      (failure: unknown) => {
        if (!left.signal.aborted) setState((before) => ({ ...before, failure, waiting: false }));
      },
    );
    return () => {
      left.abort();
    };
  }, [turn, ...of]);
  const again = useCallback(() => {
    setTurn((before) => before + 1);
  }, []);
  const put = useCallback((value: T) => {
    setState({ value, waiting: false });
  }, []);
  return { ...state, again, put };
}
