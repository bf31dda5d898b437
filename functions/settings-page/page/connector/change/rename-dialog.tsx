import { useState } from 'preact/hooks';
import type { Connector } from '../../api/client.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { nameFault } from '../../parts/name-fault.ts';
import { faultOfName, NameField } from '../../parts/name-field.tsx';
import { strings } from '../../strings.ts';
import type { KeptName } from './kept-name.ts';
import type { Changes } from './use-changes.ts';
import { useSend } from './use-send.ts';

export function RenameDialog({
  connector,
  kept,
  changes,
  onClose,
}: {
  connector: Connector;
  kept: KeptName;
  changes: Changes;
  onClose: () => void;
}) {
  const words = strings.connector.rename;
  const [seen] = useState(connector);
  const [name, setName] = useState(() => kept.read() ?? seen.name);
  const [fault, setFault] = useState<string>();
  const { busy, failure, run } = useSend(strings.connector.notDone.rename(seen.name));
  const close = () => {
    kept.forget();
    onClose();
  };
  const save = async () => {
    const wrong = nameFault(name);
    setFault(wrong);
    if (wrong !== undefined) return;
    if (name.trim() === seen.name) {
      close();
      return;
    }
    await run(async () => {
      await changes.make({ act: 'rename', name: name.trim() }, seen);
      kept.forget();
    });
  };
  const refused = faultOfName(failure);
  return (
    <Dialog title={words.title} onClose={close}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <NameField
          label={words.label}
          value={name}
          fault={fault ?? refused}
          onInput={(value) => {
            setName(value);
            kept.keep(value);
          }}
        />
        {failure !== undefined && refused === undefined && <FailureNotice failure={failure} />}
        <div class="row">
          <Button submit kind="main" busy={busy}>
            {words.save}
          </Button>
          <Button onPress={close}>{strings.dialog.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
