import type { Schemas } from '../api/client.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { Moment } from '../parts/moment.tsx';
import { strings } from '../strings.ts';
import { shortKeyId, shortKeyIds } from './short-key-id.ts';

/** Google still accepts a key that was replaced here, until somebody disables it there: whether that may be done by now. */
export function OldKey({ retired }: { retired: Schemas['RetiredKey'] }) {
  const { privateKeyId, detail, gcloud, goneAt } = retired;
  const words = strings.connector.oldKey;
  return (
    <div class="stack-small card-part">
      <h3>{words.title(shortKeyId(privateKeyId))}</h3>
      <p>
        <bdi>{shortKeyIds(detail)}</bdi>{' '}
        {goneAt !== undefined && (
          <span class="hint">
            {words.seen} <Moment at={goneAt} />.
          </span>
        )}
      </p>
      {gcloud !== undefined && (
        <div class="remedy">
          <pre class="code">{gcloud}</pre>
          <CopyButton text={gcloud} what={words.command} />
        </div>
      )}
    </div>
  );
}
