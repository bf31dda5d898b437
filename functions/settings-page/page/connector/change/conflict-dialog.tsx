import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { Moment } from '../../parts/moment.tsx';
import { strings } from '../../strings.ts';
import { differences } from './in-words.ts';
import type { Conflict } from './use-changes.ts';
import { useSend } from './use-send.ts';
import { Versions } from './versions.tsx';

/** Somebody else was faster: both versions beside each other, and a choice. Nothing is done before it is made. */
export function ConflictDialog({ what, mine, theirs, insist, leave }: Conflict) {
  const common = strings.draft.conflict;
  const { conflict: words, notDone } = strings.connector;
  const { busy, failure, run } = useSend(notDone[what.act](theirs.name));
  const first = what.act === 'remove' ? words.asSeen : common.mine;
  const impossible = what.act === 'rollBack' && theirs.previous === undefined;
  return (
    <Dialog title={common.title} onClose={leave}>
      <p>
        <bdi>{theirs.updatedBy}</bdi> {common.changed} <Moment at={theirs.updatedAt} />.
      </p>
      <Versions heads={[first, common.theirs]} rows={differences(mine, theirs)} />
      {impossible && <p>{words.impossible}</p>}
      {failure !== undefined && <FailureNotice failure={failure} />}
      <div class="row">
        {!impossible && (
          <Button
            kind={what.act === 'remove' ? 'danger' : 'main'}
            busy={busy}
            onPress={() => run(insist)}
          >
            {words.yes[what.act]}
          </Button>
        )}
        <Button onPress={leave}>{words.leave}</Button>
      </div>
    </Dialog>
  );
}
