import { useState } from 'preact/hooks';
import { useInPage, useMayEdit } from '../in-page.ts';
import { Button } from '../parts/button.tsx';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { strings } from '../strings.ts';
import { ConflictDialog } from './change/conflict-dialog.tsx';
import { DeleteDialog } from './change/delete-dialog.tsx';
import { RenameDialog } from './change/rename-dialog.tsx';
import { RollBackDialog } from './change/roll-back-dialog.tsx';
import { keptName } from './change/kept-name.ts';
import { useChanges } from './change/use-changes.ts';
import { ConnectorParts } from './connector-parts.tsx';
import { State } from './state.tsx';
import type { Shown } from './use-connector.ts';

export interface ConnectorViewProps {
  connector: Shown;
  /** What went wrong when it was looked at last. */
  failure: unknown;
  again: () => void;
  put: (connector: Shown) => void;
}

type Asking = 'rename' | 'remove' | 'rollBack';

export function ConnectorView({ connector, failure, again, put }: ConnectorViewProps) {
  const { base, caller } = useInPage();
  const mayEdit = useMayEdit();
  const kept = keptName(caller, connector);
  const [asking, setAsking] = useState<Asking | undefined>(() =>
    mayEdit && kept.read() !== undefined ? 'rename' : undefined,
  );
  const close = () => {
    setAsking(undefined);
  };
  const changes = useChanges({ put, again, settle: close });
  const words = strings.connector;
  return (
    <Screen
      title={connector.name}
      above={
        <p class="back">
          <a href={`${base}/connectors`}>{words.all}</a>
        </p>
      }
      action={
        mayEdit && (
          <Button small onPress={() => setAsking('rename')}>
            {words.rename.open}
          </Button>
        )
      }
    >
      <State connector={connector} />
      {!mayEdit && <p class="hint">{strings.viewer}</p>}
      {failure !== undefined && <FailureNotice failure={failure} again={again} />}
      {connector.latestReport || failure !== undefined ? (
        <ConnectorParts
          connector={connector}
          put={put}
          changes={changes}
          onRollBack={() => setAsking('rollBack')}
          onDelete={() => setAsking('remove')}
        />
      ) : (
        <p class="hint">{words.loading}</p>
      )}
      {asking === 'rename' && (
        <RenameDialog connector={connector} kept={kept} changes={changes} onClose={close} />
      )}
      {asking === 'remove' && (
        <DeleteDialog connector={connector} changes={changes} onClose={close} />
      )}
      {asking === 'rollBack' && (
        <RollBackDialog connector={connector} changes={changes} onClose={close} />
      )}
      {changes.conflict && <ConflictDialog {...changes.conflict} />}
    </Screen>
  );
}
