import { useMemo, useState } from 'preact/hooks';
import type { Connector, ConnectorWithReport } from '../api/client.ts';
import { strings } from '../strings.ts';
import { ConnectionSteps } from './connection-steps.tsx';
import { baseOf, draftOf } from './draft.ts';
import { EditScreen } from './edit-screen.tsx';
import { restoredField } from './restore-edit.ts';
import { connectionOf } from './save/connection-of.ts';
import { useEdit } from './save/use-edit.ts';
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
  const words = strings.draft.changeField;
  const [before, setBefore] = useState<Connector>(connector);
  const { connectorId, key } = before;
  const empty = useMemo(() => draftOf(before), [before]);
  const what = `field of ${connectorId}`;
  const form = useForm({
    ...{ what, empty, needsName: false, connectorId },
    ...{ keyProject: key.projectId, restore: restoredField },
  });
  const { draft, retry } = form;
  const { keyId, connection } = draft.base ?? before;
  const mine = { keyId, key, connection: connectionOf(draft, { key, connection }) };
  const edit = useEdit(form, before, mine, words.saved);
  const { theirs, settled } = edit;
  const tryAnew = theirs !== undefined && theirs.keyId !== keyId;
  return (
    <EditScreen
      form={form}
      edit={edit}
      connector={before}
      words={words}
      mine={tryAnew ? { ...mine, key: theirs.key } : mine}
      tryAnew={tryAnew}
      onTryAnew={async (of) => {
        setBefore(of);
        settled();
        return retry({ ...draft, ...baseOf(of), report: undefined });
      }}
    >
      <ConnectionSteps
        form={form}
        keyProject={key.projectId}
        account={key.clientEmail}
        fieldFirst
      />
    </EditScreen>
  );
}
