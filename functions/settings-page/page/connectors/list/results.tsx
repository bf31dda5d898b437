import { ConnectorList } from './connector-list.tsx';
import type { Filter } from './filter.ts';
import { More } from './more.tsx';
import { NoMatches } from './no-matches.tsx';
import { countIn } from './pages.ts';
import { SkeletonRows } from './skeleton-rows.tsx';
import type { Connectors } from './use-connectors.ts';
import { useDrawn } from './use-drawn.ts';

/** What was found, what is being looked for, or that there is none. */
export function Results({ list, choose }: { list: Connectors; choose: (filter: Filter) => void }) {
  const { shown, doing, failed } = list;
  const { pages = [] } = shown?.pages ?? {};
  const drawn = useDrawn(pages.length, shown?.filter);
  if (!shown) return failed ? null : <SkeletonRows />;
  if (countIn(shown.pages) === 0 && doing !== 'all')
    return <NoMatches filter={shown.filter} choose={choose} />;
  return (
    <>
      <ConnectorList pages={pages.slice(0, drawn)} busy={doing === 'all'} />
      <More list={list} drawn={drawn} />
    </>
  );
}
