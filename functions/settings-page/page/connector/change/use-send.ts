import { useRef, useState } from 'preact/hooks';
import { useBegun } from '../../parts/use-begun.ts';

export interface Sending {
  busy: boolean;
  failure?: unknown;
  /** Runs it once, however often it is asked for while it does. */
  run: (work: () => Promise<void>) => Promise<void>;
}

/**
 * Something that is sent: while it is under way, and what went wrong with it. Where nothing shows that any more, `notDone`
 * is told wherever the reader is.
 */
export function useSend(notDone: string): Sending {
  const begin = useBegun();
  const [state, setState] = useState<Omit<Sending, 'run'>>({ busy: false });
  const under = useRef(false);
  const run = async (work: () => Promise<void>) => {
    if (under.current) return;
    under.current = true;
    setState({ busy: true });
    const { isHere, tellLost } = begin();
    try {
      await work();
      setState({ busy: false });
    } catch (failure) {
      if (isHere()) setState({ busy: false, failure });
      else tellLost(notDone, failure);
    } finally {
      under.current = false;
    }
  };
  return { ...state, run };
}
