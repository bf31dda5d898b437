import { useState } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { strings } from '../strings.ts';

/** Forgets what was entered, after asking. */
export function StartOver({ onForget }: { onForget: () => void }) {
  const [asking, setAsking] = useState(false);
  const words = strings.draft.startOver;
  const close = () => {
    setAsking(false);
  };
  return (
    <>
      <Button
        kind="plain"
        onPress={() => {
          setAsking(true);
        }}
      >
        {words.name}
      </Button>
      {asking && (
        <Dialog title={words.title} onClose={close}>
          <p>{words.detail}</p>
          <div class="row">
            <Button
              kind="danger"
              onPress={() => {
                close();
                onForget();
                requestAnimationFrame(() => {
                  document.querySelector('h1')?.focus();
                });
              }}
            >
              {words.yes}
            </Button>
            <Button onPress={close}>{words.no}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
