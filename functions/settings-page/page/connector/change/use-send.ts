import { useRef, useState } from 'preact/hooks';

export interface Sending {
  busy: boolean;
  failure?: unknown;
  /** Runs it once, however often it is asked for while it does. */
  run: (work: () => Promise<void>) => Promise<void>;
}

/** Something that is sent: while it is under way, and what went wrong with it. */
export function useSend(): Sending {
  const [state, setState] = useState<Omit<Sending, 'run'>>({ busy: false });
  const under = useRef(false);
  const run = async (work: () => Promise<void>) => {
    if (under.current) return;
    under.current = true;
    setState({ busy: true });
    try {
      await work();
      setState({ busy: false });
    } catch (failure) {
      setState({ busy: false, failure });
    } finally {
      under.current = false;
    }
  };
  return { ...state, run };
}
