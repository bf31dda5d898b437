import { useEffect, useState } from 'preact/hooks';
import { CallFailed } from '../api/call-failed.ts';
import { strings } from '../strings.ts';
import { announce } from './announce.ts';

/** The seconds until it makes sense to ask again, as the service said (Retry-After); 0 where it did not, or they are over. */
export function useWait(failure: unknown): number {
  const asked = failure instanceof CallFailed ? (failure.retryAfterSeconds ?? 0) : 0;
  const [left, setLeft] = useState({ failure, seconds: asked });
  useEffect(() => {
    if (asked === 0) return undefined;
    const until = Date.now() + asked * 1000;
    const timer = setInterval(() => {
      const seconds = Math.max(0, Math.ceil((until - Date.now()) / 1000));
      setLeft({ failure, seconds });
      if (seconds > 0) return;
      clearInterval(timer);
      announce(strings.failure.nowAgain);
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, [failure, asked]);
  return left.failure === failure ? left.seconds : asked;
}
