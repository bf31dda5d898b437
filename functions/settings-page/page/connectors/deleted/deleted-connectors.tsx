import { useLocation } from 'preact-iso/router';
import { useInPage, useMayEdit } from '../../in-page.ts';
import { useWhenChanged } from '../../parts/changed.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { Screen } from '../../parts/screen.tsx';
import { type Asked, useAsked } from '../../parts/use-asked.ts';
import { useReturn } from '../../parts/use-return.ts';
import { strings } from '../../strings.ts';
import { DeletedRow } from './deleted-row.tsx';
import { type Deleted, readDeleted } from './read-deleted.ts';

/** What was deleted within the last week, by whomever, and how it comes back. */
export function DeletedConnectors() {
  const { api } = useInPage();
  const { path } = useLocation();
  const mayEdit = useMayEdit();
  const words = strings.deleted;
  const deleted = useAsked((signal) => readDeleted(api, signal), []);
  useReturn(deleted.again);
  useWhenChanged(deleted.again);
  return (
    <Screen
      title={strings.list.deleted}
      lead={words.lead}
      above={
        <p class="back">
          <a href={path}>{strings.connector.all}</a>
        </p>
      }
    >
      {!mayEdit && <p class="hint">{strings.viewer}</p>}
      {deleted.failure !== undefined && (
        <FailureNotice failure={deleted.failure} again={deleted.again} />
      )}
      <DeletedList deleted={deleted} />
    </Screen>
  );
}

function DeletedList({ deleted: { value, failure } }: { deleted: Asked<Deleted[]> }) {
  if (!value) return failure === undefined ? <p class="hint">{strings.list.loading}</p> : null;
  if (value.length === 0) return <p class="card">{strings.deleted.none}</p>;
  return (
    <ul class="deleted" aria-label={strings.deleted.label}>
      {value.map((one) => (
        <DeletedRow key={one.connectorId} deleted={one} />
      ))}
    </ul>
  );
}
