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
  const { title, lead, button } = told(failure);
  return (
    <Screen title={title} lead={lead}>
      <p>
        <Button kind="main" onPress={signInAgain}>
          {button}
        </Button>
      </p>
    </Screen>
  );
}

/** Whoever is signed in is not told that she is not: then it is a call of the page's own that failed. */
function told(failure: unknown): Record<'title' | 'lead' | 'button', string> {
  const { cannot, again, tryAgain } = strings.signIn;
  if (failure instanceof CallFailed) {
    const { title, detail } = failureInWords(failure);
    return { title, lead: detail, button: tryAgain };
  }
  const lead = failure instanceof SignInFailed ? cannot[failure.why] : cannot.otherwise;
  return { title: cannot.title, lead, button: again };
}
