import { useLocation } from 'preact-iso/router';
import { useMemo, useState } from 'preact/hooks';
import type { Connector, ConnectorWithReport } from '../api/client.ts';
import { useInPage } from '../in-page.ts';
import { Screen } from '../parts/screen.tsx';
import { useToast } from '../parts/toast.tsx';
import { strings } from '../strings.ts';
import { ConnectionSteps } from './connection-steps.tsx';
import { draftOf } from './draft.ts';
import { ErrorSummary } from './error-summary.tsx';
import { SaveStep } from './save-step.tsx';
import { Conflict } from './save/conflict.tsx';
import { connectionOf } from './save/connection-of.ts';
import { useEdit } from './save/use-edit.ts';
import { StartOver } from './start-over.tsx';
import { useForm } from './use-form.ts';
import { WithConnector } from './with-connector.tsx';

/** Another unique contact field, or another purpose, for a saved connector: `/connectors/<id>/field`. */
export function ChangeFieldScreen() {
  return (
    <WithConnector title={strings.draft.changeField.title}>
      {(connector) => <ChangeField connector={connector} />}
    </WithConnector>
  );
}

function ChangeField({ connector }: { connector: ConnectorWithReport }) {
  const { base } = useInPage();
  const { route } = useLocation();
  const toast = useToast();
  const words = strings.draft.changeField;
  const [before, setBefore] = useState<Connector>(connector);
  const { connectorId, name, key } = before;
  const empty = useMemo(() => draftOf(before), [before]);
  const form = useForm({ what: `field of ${connectorId}`, empty, needsName: false, connectorId });
  const { draft, restored, clear, gaps, pressed, press, retry } = form;
  const toConnector = () => {
    clear();
    route(`${base}/connectors/${connectorId}`, true);
  };
  const edit = useEdit(form, before, () => {
    toConnector();
    toast({ words: words.saved(name) });
  });
  const { theirs, saving, failure, save, saveOver, settled } = edit;
  const tryAnew = theirs !== undefined && theirs.keyId !== before.keyId;
  return (
    <Screen
      title={words.title}
      lead={words.lead(name)}
      faulty={pressed > 0 && gaps.length > 0}
      above={
        <>
          <ErrorSummary gaps={gaps} pressed={pressed} />
          <p class="back">
            <a href={`${base}/connectors/${connectorId}`}>{strings.draft.back(name)}</a>
          </p>
        </>
      }
    >
      {restored && <p class="hint">{strings.draft.restored}</p>}
      <ConnectionSteps
        form={form}
        keyProject={key.projectId}
        account={key.clientEmail}
        fieldFirst
      />
      {theirs ? (
        <Conflict
          mine={{ key: tryAnew ? theirs.key : key, connection: connectionOf(draft, before) }}
          theirs={theirs}
          tryAnew={tryAnew}
          saving={saving}
          onTheirs={toConnector}
          onMine={async () => {
            if (!tryAnew) return saveOver();
            setBefore(theirs);
            settled();
            return retry({ ...draft, report: undefined });
          }}
        />
      ) : (
        <SaveStep
          gaps={gaps}
          saving={saving}
          failure={failure}
          words={{ ...strings.draft.save, save: words.save }}
          onSave={save}
          onBlocked={press}
        >
          <StartOver onForget={clear} />
        </SaveStep>
      )}
    </Screen>
  );
}
