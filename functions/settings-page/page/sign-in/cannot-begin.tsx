import { CallFailed } from '../api/call-failed.ts';
import { failureInWords } from '../parts/failure-in-words.ts';
import { Button } from '../parts/button.tsx';
import { Screen } from '../parts/screen.tsx';
import { strings } from '../strings.ts';
import { SignInFailed } from './sign-in-failed.ts';

/** Before anything of a workspace can be shown, something failed: the sign-in, the network, or the deployment. */
export function CannotBegin({
  failure,
  signInAgain,
}: {
  failure: unknown;
  signInAgain: () => Promise<void>;
}) {
  const words = strings.signIn.cannot;
  return (
    <Screen title={words.title} lead={told(failure)}>
      <p>
        <Button kind="main" onPress={signInAgain}>
          {strings.signIn.again}
        </Button>
      </p>
    </Screen>
  );
}

function told(failure: unknown): string {
  const words = strings.signIn.cannot;
  if (failure instanceof SignInFailed) return words[failure.why];
  if (!(failure instanceof CallFailed)) return words.otherwise;
  const { title, detail } = failureInWords(failure);
  return `${title} ${detail}`;
}
