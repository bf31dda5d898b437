import { useLocation } from 'preact-iso/router';
import { useEffect, useRef } from 'preact/hooks';
import { strings } from '../strings.ts';
import { failureInWords } from './failure-in-words.ts';
import { useToast } from './toast.tsx';

/** Something that was begun on a screen, and ends whenever it does. */
export interface Begun {
  /** The reader still has before her what she began it with: only then is she led anywhere, or asked there. */
  isHere: () => boolean;
  /** Tells, wherever she is by now, what was not done and why; and leads back. */
  tellLost: (notDone: string, failure: unknown) => void;
}

export function useBegun(): () => Begun {
  const { route } = useLocation();
  const toast = useToast();
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);
  return () => {
    const at = location.pathname;
    const isThere = () => location.pathname === at;
    return {
      isHere: () => shown.current && isThere(),
      tellLost(notDone, failure) {
        const back = { name: strings.leftBehind.back, onPress: () => route(at) };
        const words = `${notDone} ${failureInWords(failure).title}`;
        toast({ words, ...(!isThere() && { action: back }) });
      },
    };
  };
}
