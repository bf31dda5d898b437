import { render } from 'preact';
import type { Config } from '../api/config.ts';
import { CannotBegin } from '../sign-in/cannot-begin.tsx';
import { SignInFailed } from '../sign-in/sign-in-failed.ts';
import { beginTrip } from '../sign-in/trip.ts';
import { endWaiting } from './end-waiting.ts';

/** The issuer does not answer, or the browser lets nobody leave: instead of a heading and nothing below it. */
export function hasStayed(config: Config, failure: unknown): void {
  const root = document.querySelector('#app');
  const { pathname, search, hash } = location;
  const again = async () =>
    beginTrip(config, { at: pathname + search + hash }).catch((cause: unknown) => {
      hasStayed(config, cause);
    });
  endWaiting();
  const reason = failure === undefined ? new SignInFailed('unanswered') : failure;
  if (root) render(<CannotBegin failure={reason} signInAgain={again} />, root);
}
