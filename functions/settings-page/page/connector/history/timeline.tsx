import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { strings } from '../../strings.ts';
import { ChangeLine } from './change-line.tsx';
import type { History } from './use-history.ts';

export function Timeline({ history }: { history: History }) {
  const { changes, failure, again, earlier } = history;
  const words = strings.history;
  return (
    <>
      {changes ? (
        <ol class="timeline" aria-label={words.label}>
          {changes.map((change) => (
            <ChangeLine key={change.changeId} change={change} />
          ))}
        </ol>
      ) : (
        failure === undefined && <p class="hint timeline-waiting">{words.loading}</p>
      )}
      {failure !== undefined && <FailureNotice failure={failure} again={again} />}
      {earlier && (
        <p>
          <Button small onPress={earlier}>
            {words.earlier}
          </Button>
        </p>
      )}
    </>
  );
}
