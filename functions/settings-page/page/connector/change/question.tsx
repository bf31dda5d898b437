import type { ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { Connector } from '../../api/client.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { strings } from '../../strings.ts';
import type { Act } from './changes.ts';
import type { Changes } from './use-changes.ts';
import { useSend } from './use-send.ts';

export interface QuestionProps {
  title: string;
  connector: Connector;
  what: Act;
  /** What happens, a sentence each; and the two answers. */
  words: { what: readonly string[]; yes: string; no: string };
  danger?: boolean;
  changes: Changes;
  onClose: () => void;
  children?: ComponentChildren;
}

/** Says what will happen, and does it once that is wanted; of the connector as it was when it was asked. */
export function Question(props: QuestionProps) {
  const { title, connector, what, words, danger, changes, onClose, children } = props;
  const [seen] = useState(connector);
  const { busy, failure, run } = useSend(strings.connector.notDone[what.act](seen.name));
  const no = useId();
  useEffect(() => {
    // What cannot be undone for ever is not what the next Enter does.
    if (danger === true) document.getElementById(no)?.focus();
  }, []);
  return (
    <Dialog title={title} onClose={onClose}>
      <ul class="points">
        {words.what.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      {children}
      {failure !== undefined && <FailureNotice failure={failure} />}
      <div class="row">
        <Button
          kind={danger === true ? 'danger' : 'main'}
          busy={busy}
          onPress={() => run(async () => changes.make(what, seen))}
        >
          {words.yes}
        </Button>
        <Button id={no} onPress={onClose}>
          {words.no}
        </Button>
      </div>
    </Dialog>
  );
}
