import { useState } from 'preact/hooks';
import { strings } from '../../strings.ts';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { nameFault } from '../name-fault.ts';
import { faultOfName, NameField } from '../name-field.tsx';
import type { ObstacleProps } from './restore-provider.tsx';

/** Its name was free once it was deleted, and somebody took it. */
export function OtherName({ deleted, newName, failure, restore, onClose }: ObstacleProps) {
  const words = strings.restore.taken;
  const [name, setName] = useState(newName ?? deleted.name);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const send = async () => {
    const wrong = nameFault(name);
    setFault(wrong);
    if (wrong !== undefined || busy) return;
    setBusy(true);
    await restore(deleted, name);
    setBusy(false);
  };
  const refused = newName === undefined ? undefined : faultOfName(failure);
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p>{words.lead(deleted.name)}</p>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <NameField label={words.name} value={name} fault={fault ?? refused} onInput={setName} />
        <div class="row">
          <Button submit kind="main" busy={busy}>
            {words.restore}
          </Button>
          <Button onPress={onClose}>{strings.dialog.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
