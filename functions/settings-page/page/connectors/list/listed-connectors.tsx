import { useLocation } from 'preact-iso/router';
import { useCallback, useMemo } from 'preact/hooks';
import { useInPage, useMayEdit } from '../../in-page.ts';
import { announce } from '../../parts/announce.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { Screen } from '../../parts/screen.tsx';
import { strings } from '../../strings.ts';
import { addressOf, type Filter, filterIn } from './filter.ts';
import { NothingConnected } from './nothing-connected.tsx';
import { countIn } from './pages.ts';
import type { Doing, Reading } from './reader.ts';
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
          {list.failed?.doing === 'all' && (
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

/** For who listens: how many there are of what was asked for. */
function tellWhatIsThere({ shown }: Reading, ended: Doing): void {
  if (!shown || ended === 'refresh') return;
  const { query, health } = shown.filter;
  if (ended === 'all' && query === '' && !health) return;
  const number = countIn(shown.pages);
  const { found, shown: shownSoFar } = strings.list;
  announce(ended === 'more' ? shownSoFar(number) : found(number, shown.pages.next !== undefined));
}
