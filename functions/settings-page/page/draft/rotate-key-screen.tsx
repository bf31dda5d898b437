import { useMemo, useState } from 'preact/hooks';
import type { Connector, ConnectorWithReport } from '../api/client.ts';
import { strings } from '../strings.ts';
import { draftOf } from './draft.ts';
import { EditScreen } from './edit-screen.tsx';
import { KeyStep } from './key-step.tsx';
import { KeyFactsList } from './key/key-facts.tsx';
import { restoredKey } from './restore-edit.ts';
import { useEdit } from './save/use-edit.ts';
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
  const words = strings.draft.rotateKey;
  const [before, setBefore] = useState<Connector>(connector);
  const { connectorId, connection } = before;
  const empty = useMemo(() => draftOf(before, { anotherKey: true }), [before]);
  const what = `key of ${connectorId}`;
  const form = useForm({ what, empty, needsName: false, restore: restoredKey });
  const { draft, update, faultAt } = form;
  const { key } = draft;
  const { keyId } = key ?? before;
  const mine = { keyId, key: key ?? before.key, connection };
  const edit = useEdit(form, before, mine, words.saved);
  const { theirs, settled } = edit;
  const changed =
    theirs !== undefined && JSON.stringify(theirs.connection) !== JSON.stringify(connection);
  return (
    <EditScreen
      form={form}
      edit={edit}
      connector={before}
      words={words}
      mine={changed ? { ...mine, connection: theirs.connection } : mine}
      tryAnew={changed}
      onTryAnew={async (of) => {
        setBefore(of);
        settled();
        return form.retry({ ...draftOf(of, { anotherKey: true }), key });
      }}
    >
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
    </EditScreen>
  );
}
