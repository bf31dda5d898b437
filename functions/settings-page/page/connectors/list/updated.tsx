import { SignedOut } from '../../api/signed-out.ts';
import { Moment } from '../../parts/moment.tsx';
import { strings } from '../../strings.ts';
import { countIn } from './pages.ts';
import type { Connectors } from './use-connectors.ts';

/** How old what is shown is. */
export function Updated({ list: { shown, failed, again } }: { list: Connectors }) {
  const words = strings.list;
  if (!shown) return <span class="list-updated" />;
  if (failed?.doing === 'refresh' && !(failed.failure instanceof SignedOut)) {
    return (
      <span class="list-updated">
        {words.notUpdated}{' '}
        <button type="button" class="link-button" onClick={again}>
          {strings.failure.again}
        </button>
      </span>
    );
  }
  const { pages, filter } = shown;
  const { query } = filter;
  return (
    <span class="list-updated">
      {query === '' ? (
        <>
          {words.updated} <Moment at={pages.at} />
        </>
      ) : (
        words.found(countIn(pages), pages.next !== undefined)
      )}
    </span>
  );
}
