import { Button } from '../parts/button.tsx';
import { Screen } from '../parts/screen.tsx';
import { inWords } from '../parts/failure-notice.tsx';
import { CallFailed } from '../api/call-failed.ts';
import { strings } from '../strings.ts';
import type { Session } from './session.ts';

/** Before anything of a workspace can be shown, something failed: the sign-in, the network, or the deployment. */
export function CannotBegin({
  failure,
  session,
}: {
  failure: unknown;
  session: Session | undefined;
}) {
  const { title, lead } = strings.signIn.cannot;
  const told = failure instanceof CallFailed ? inWords(failure) : { title: lead, detail: '' };
  return (
    <Screen title={title}>
      <div class="notice notice-bad" role="alert">
        <p>
          <strong>{told.title}</strong> {told.detail}
        </p>
        <Button onPress={() => (session ? session.signInAgain() : location.reload())}>
          {session ? strings.signIn.again : strings.failure.again}
        </Button>
      </div>
    </Screen>
  );
}
