import { Button } from '../parts/button.tsx';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { strings } from '../strings.ts';
import type { Changes } from './change/use-changes.ts';
import { useSend } from './change/use-send.ts';
import type { Shown } from './use-connector.ts';

/** For a while, or for good. */
export function StopUsing({
  connector,
  changes,
  onDelete,
}: {
  connector: Shown;
  changes: Changes;
  onDelete: () => void;
}) {
  const { paused, name } = connector;
  const act = paused ? 'resume' : 'pause';
  const { stop: words, notDone } = strings.connector;
  const { busy, failure, run } = useSend(notDone[act](name));
  const toggle = async () => run(async () => changes.make({ act }, connector));
  return (
    <section class="card stack" aria-labelledby="stop">
      <h2 id="stop">{words.title}</h2>
      <div class="choice-line">
        <p id="pause-what">{paused ? words.resumeWhat : words.pauseWhat}</p>
        <Button busy={busy} describedBy="pause-what" onPress={toggle}>
          {paused ? words.resume : words.pause}
        </Button>
      </div>
      {failure !== undefined && <FailureNotice failure={failure} again={() => void toggle()} />}
      <div class="choice-line">
        <p id="remove-what">{words.removeWhat}</p>
        <Button kind="danger" describedBy="remove-what" onPress={onDelete}>
          {words.remove}
        </Button>
      </div>
    </section>
  );
}
