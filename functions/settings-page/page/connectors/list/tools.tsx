import { useLocation } from 'preact-iso/router';
import { strings } from '../../strings.ts';
import { HealthWords } from './health-words.tsx';
import type { Filter } from './filter.ts';
import { Filters } from './filters.tsx';
import { SearchField } from './search-field.tsx';
import { Updated } from './updated.tsx';
import type { Connectors } from './use-connectors.ts';

/** What stands above the list: its search, what it is counted and filtered by, and how fresh it is. */
export function Tools({
  filter,
  choose,
  list,
}: {
  filter: Filter;
  choose: (filter: Filter) => void;
  list: Connectors;
}) {
  const { path } = useLocation();
  return (
    <div class="list-tools">
      <SearchField
        query={filter.query}
        onSearch={(query) => {
          choose({ ...filter, query });
        }}
      />
      <Filters filter={filter} />
      <div class="list-notes">
        <Updated list={list} />
        <HealthWords />
        <a class="list-deleted" href={`${path}?show=deleted`}>
          {strings.list.deleted}
        </a>
      </div>
    </div>
  );
}
