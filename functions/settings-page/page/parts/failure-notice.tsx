import { SignedOut } from '../api/signed-out.ts';
import { useInPage } from '../in-page.ts';
import { strings } from '../strings.ts';
import { Button } from './button.tsx';
import { failureInWords } from './failure-in-words.ts';

/** What went wrong with a call, in words that say what to do; and the one thing to press for it. */
export function FailureNotice({ failure, again }: { failure: unknown; again?: () => void }) {
  const { session } = useInPage();
  const { title, detail } = failureInWords(failure);
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
