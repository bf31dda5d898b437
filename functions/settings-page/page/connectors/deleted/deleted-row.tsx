import { useInPage, useMayEdit } from '../../in-page.ts';
import { Button } from '../../parts/button.tsx';
import { Day, Moment } from '../../parts/moment.tsx';
import { useRestore } from '../../parts/restore/restore-provider.tsx';
import { strings } from '../../strings.ts';
import type { Deleted } from './read-deleted.ts';

export function DeletedRow({ deleted }: { deleted: Deleted }) {
  const { base } = useInPage();
  const mayEdit = useMayEdit();
  const restore = useRestore();
  const { connectorId, name, deletedAt, deletedBy, restoreUntil } = deleted;
  const words = strings.deleted;
  return (
    <li class="deleted-one">
      <div>
        <a class="deleted-name" href={`${base}/connectors/${connectorId}`}>
          <bdi>{name}</bdi>
        </a>
        <p class="hint">
          {words.deleted} <Moment at={deletedAt} /> <bdi>{words.by(deletedBy)}</bdi>. {words.until}{' '}
          <Day at={restoreUntil} />.
        </p>
      </div>
      {mayEdit && (
        <Button label={words.restoreOf(name)} onPress={() => restore({ connectorId, name })}>
          {words.restore}
        </Button>
      )}
    </li>
  );
}
