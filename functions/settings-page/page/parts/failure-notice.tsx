import { CallFailed } from '../api/call-failed.ts';
import { SignedOut } from '../sign-in/session.ts';
import { useInPage } from '../in-page.ts';
import { strings } from '../strings.ts';
import { Button } from './button.tsx';

/** What went wrong with a call, in words that say what to do; and the one thing to press for it. */
export function FailureNotice({ failure, again }: { failure: unknown; again?: () => void }) {
  const { session } = useInPage();
  const { title, detail } = inWords(failure);
  return (
    <div class="notice notice-bad" role="alert">
      <p>
        <strong>{title}</strong> {detail}
      </p>
      {failure instanceof SignedOut ? (
        <Button onPress={() => session.signInAgain()}>{strings.signIn.again}</Button>
      ) : (
        again && <Button onPress={again}>{strings.failure.again}</Button>
      )}
    </div>
  );
}

export function inWords(failure: unknown): { title: string; detail: string } {
  const words = strings.failure;
  if (failure instanceof SignedOut) return words.signedOut;
  if (!(failure instanceof CallFailed)) return words.defect;
  const { problem, retryAfterSeconds } = failure;
  if (!problem) return words.noNetwork;
  const wait = retryAfterSeconds === undefined ? '' : ` ${words.wait(retryAfterSeconds)}`;
  if (problem.detail === '') return words.noAnswer;
  return { title: `${problem.title}.`, detail: `${problem.detail}${wait}` };
}
