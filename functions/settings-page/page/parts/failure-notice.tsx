import { useId } from 'preact/hooks';
import { SignedOut } from '../api/signed-out.ts';
import { useInPage } from '../in-page.ts';
import { strings } from '../strings.ts';
import { Button } from './button.tsx';
import { failureInWords } from './failure-in-words.ts';
import { useWait } from './use-wait.ts';

/** What went wrong with a call, in words that say what to do; and the one thing to press for it, once it may be. */
export function FailureNotice({
  failure,
  again,
  wait: counted,
}: {
  failure: unknown;
  again?: () => void;
  /** The seconds to wait, where something else on the screen counts them down already. */
  wait?: number;
}) {
  const { session } = useInPage();
  const { title, detail } = failureInWords(failure);
  const own = useWait(counted === undefined ? failure : undefined);
  const seconds = counted ?? own;
  const wait = useId();
  return (
    <div class="notice notice-bad">
      <p role="alert">
        <strong>{title}</strong> {detail}
      </p>
      {seconds > 0 && <p id={wait}>{strings.failure.wait(seconds)}</p>}
      {failure instanceof SignedOut ? (
        <Button onPress={() => session.signInAgain()}>{strings.signIn.again}</Button>
      ) : (
        again && (
          <Button blockedBy={seconds > 0 ? wait : undefined} onPress={again}>
            {strings.failure.again}
          </Button>
        )
      )}
    </div>
  );
}
