import { useEffect, useRef } from 'preact/hooks';
import { announce } from '../../parts/announce.ts';
import { Moment } from '../../parts/moment.tsx';
import { strings } from '../../strings.ts';
import { countIn } from './pages.ts';
import type { Connectors } from './use-connectors.ts';

/** How old what is shown is; and, once it was looked at anew by itself, that it is fresh. */
export function Updated({ list: { shown, doing, failed, again } }: { list: Connectors }) {
  const words = strings.list;
  const before = useRef(doing);
  useEffect(() => {
    if (before.current === 'refresh' && doing === undefined && !failed) announce(words.upToDate);
    before.current = doing;
  }, [doing, failed]);
  if (!shown) return <span class="list-updated" />;
  if (failed?.doing === 'refresh') {
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
