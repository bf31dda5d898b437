import { useLocation } from 'preact-iso/router';
import { useCallback, useMemo } from 'preact/hooks';
import { SignedOut } from '../../api/signed-out.ts';
import { useInPage, useMayEdit } from '../../in-page.ts';
import { announce } from '../../parts/announce.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { Screen } from '../../parts/screen.tsx';
import { strings } from '../../strings.ts';
import { addressOf, type Filter, filterIn } from './filter.ts';
import { NothingConnected } from './nothing-connected.tsx';
import { countIn } from './pages.ts';
import type { Ended, Reading } from './reader.ts';
import { Results } from './results.tsx';
import { Tools } from './tools.tsx';
import { useConnectors } from './use-connectors.ts';

/** The connectors of the workspace, as far as they were read, and all that narrows them down. */
export function ListedConnectors() {
  const mayEdit = useMayEdit();
  const { path, query, route } = useLocation();
  const filter = useMemo(() => filterIn(query), [query.health, query.query]);
  const choose = useCallback(
    (next: Filter) => {
      route(addressOf(path, next), true);
    },
    [path, route],
  );
  const list = useConnectors(filter, tellWhatIsThere);
  const { title, lead } = strings.screens.connectors;
  return (
    <Screen title={title} lead={lead} action={mayEdit && <Connect />}>
      {!mayEdit && <p class="hint">{strings.viewer}</p>}
      {isEmpty(list) ? (
        <NothingConnected />
      ) : (
        <div class="stack">
          <Tools filter={filter} choose={choose} list={list} />
          {list.failed && isNoticed(list.failed) && (
            <FailureNotice failure={list.failed.failure} again={list.again} />
          )}
          <Results list={list} choose={choose} />
        </div>
      )}
    </Screen>
  );
}

function Connect() {
  const { base } = useInPage();
  return (
    <a class="button button-main" href={`${base}/connectors/new`}>
      {strings.screens.new.title}
    </a>
  );
}

/** Not one, rather than none of those that were asked for. */
function isEmpty({ shown }: Reading): boolean {
  if (shown?.filter.query !== '' || shown.filter.health) return false;
  return countIn(shown.pages) === 0 && shown.pages.next === undefined;
}

/** In full above the list; a look that failed is told beside its age, unless it fails until somebody signs in. */
const isNoticed = ({ doing, failure }: NonNullable<Reading['failed']>): boolean =>
  doing === 'all' || (doing === 'refresh' && failure instanceof SignedOut);

/** For who listens: how many there are of what was asked for; or, where it was looked at anew by itself, that it is fresh. */
function tellWhatIsThere({ shown }: Reading, ended: Ended): void {
  if (!shown) return;
  const { filter, pages } = shown;
  const { found, shown: shownSoFar, upToDate } = strings.list;
  const number = countIn(pages);
  if (ended === 'refresh') announce(upToDate);
  else if (ended === 'more') announce(shownSoFar(number));
  else if (ended === 'chosen' || filter.query !== '' || filter.health)
    announce(found(number, pages.next !== undefined));
}
