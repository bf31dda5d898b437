import { ConnectorList } from './connector-list.tsx';
import type { Filter } from './filter.ts';
import { More } from './more.tsx';
import { NoMatches } from './no-matches.tsx';
import { countIn } from './pages.ts';
import { SkeletonRows } from './skeleton-rows.tsx';
import type { Connectors } from './use-connectors.ts';

/** What was found, what is being looked for, or that there is none. */
export function Results({ list, choose }: { list: Connectors; choose: (filter: Filter) => void }) {
  const { shown, doing, failed } = list;
  if (!shown) return failed ? null : <SkeletonRows />;
  const { filter, pages } = shown;
  if (countIn(pages) === 0 && doing !== 'all') return <NoMatches filter={filter} choose={choose} />;
  return (
    <>
      <ConnectorList pages={pages.pages} filter={filter} busy={doing === 'all'} />
      <More list={list} />
    </>
  );
}
