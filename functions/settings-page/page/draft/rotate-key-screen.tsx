import { useLocation } from 'preact-iso/router';
import { useMemo, useState } from 'preact/hooks';
import type { Connector, ConnectorWithReport } from '../api/client.ts';
import { useInPage } from '../in-page.ts';
import { Screen } from '../parts/screen.tsx';
import { useToast } from '../parts/toast.tsx';
import { strings } from '../strings.ts';
import { draftOf } from './draft.ts';
import { ErrorSummary } from './error-summary.tsx';
import { KeyStep } from './key-step.tsx';
import { KeyFactsList } from './key/key-facts.tsx';
import { SaveStep } from './save-step.tsx';
import { Conflict } from './save/conflict.tsx';
import { useEdit } from './save/use-edit.ts';
import { StartOver } from './start-over.tsx';
import { Step } from './step.tsx';
import { useForm } from './use-form.ts';
import { ValidateStep } from './validate-step.tsx';
import { WithConnector } from './with-connector.tsx';

/** A new key for a saved connector, with everything else as it is: `/connectors/<id>/key`. */
export function RotateKeyScreen() {
  return (
    <WithConnector title={strings.draft.rotateKey.title}>
      {(connector) => <RotateKey connector={connector} />}
    </WithConnector>
  );
}

function RotateKey({ connector }: { connector: ConnectorWithReport }) {
  const { base } = useInPage();
  const { route } = useLocation();
  const toast = useToast();
  const words = strings.draft.rotateKey;
  const [before, setBefore] = useState<Connector>(connector);
  const { connectorId, name, connection } = before;
  const empty = useMemo(() => draftOf(before, { anotherKey: true }), [before]);
  const form = useForm({ what: `key of ${connectorId}`, empty, needsName: false });
  const { draft, restored, update, clear, gaps, pressed, press, faultAt } = form;
  const { key } = draft;
  const toConnector = () => {
    clear();
    route(`${base}/connectors/${connectorId}`, true);
  };
  const edit = useEdit(form, before, () => {
    toConnector();
    toast({ words: words.saved(name) });
  });
  const { theirs, saving, failure, save, saveOver, settled } = edit;
  const changed = JSON.stringify(theirs?.connection) !== JSON.stringify(connection);
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
      <Step id="old-key-step" title={words.now} hint={words.nowHint}>
        <KeyFactsList {...before.key} />
      </Step>
      <KeyStep
        title={words.next}
        uploaded={key}
        fault={faultAt('key')}
        now={form.now}
        onKey={(uploaded) => {
          update({ key: uploaded, report: undefined });
        }}
      />
      <ValidateStep
        draft={draft}
        validation={form.validation}
        notYet={form.notYet}
        fault={faultAt('validate')}
        account={key?.clientEmail ?? ''}
        hint={words.validateHint}
        onValidate={form.validate}
      />
      {theirs && key ? (
        <Conflict
          mine={{ key, connection: changed ? theirs.connection : connection }}
          theirs={theirs}
          tryAnew={changed}
          saving={saving}
          onTheirs={toConnector}
          onMine={async () => {
            if (!changed) return saveOver();
            setBefore(theirs);
            settled();
            return form.retry({ ...draftOf(theirs, { anotherKey: true }), key });
          }}
        />
      ) : (
        <SaveStep
          gaps={gaps}
          saving={saving}
          failure={failure}
          words={{ ...strings.draft.save, save: words.save, hint: words.saveHint }}
          onSave={save}
          onBlocked={press}
        >
          <StartOver onForget={clear} />
        </SaveStep>
      )}
    </Screen>
  );
}
