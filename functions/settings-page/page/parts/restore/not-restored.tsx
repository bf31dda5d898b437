import { CallFailed } from '../../api/call-failed.ts';
import { strings } from '../../strings.ts';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { FailureNotice } from '../failure-notice.tsx';
import type { ObstacleProps } from './restore-provider.tsx';

/** Why it did not come back; tried again where that can help. */
export function NotRestored({ deleted, newName, failure, restore, onClose }: ObstacleProps) {
  const again = () => void restore(deleted, newName);
  return (
    <Dialog title={strings.restore.failed(deleted.name)} onClose={onClose}>
      <FailureNotice failure={failure} {...(!isForGood(failure) && { again })} />
      <div class="row">
        <Button onPress={onClose}>{strings.dialog.close}</Button>
      </div>
    </Dialog>
  );
}

/** Its time is over, record or key are destroyed; or the reader may not. */
const isForGood = (failure: unknown): boolean =>
  failure instanceof CallFailed && [403, 404].includes(failure.problem?.status ?? 0);
