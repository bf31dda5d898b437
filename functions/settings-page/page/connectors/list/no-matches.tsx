import { Button } from '../../parts/button.tsx';
import { strings } from '../../strings.ts';
import type { Filter } from './filter.ts';

/** There are connectors, and none like this. */
export function NoMatches({
  filter: { query, health },
  choose,
}: {
  filter: Filter;
  choose: (filter: Filter) => void;
}) {
  const words = strings.list.noMatches;
  const word = health && strings.health[health].word;
  const said =
    query === ''
      ? words.health(word ?? '')
      : word === undefined
        ? words.search(query)
        : words.searchWithin(query, word);
  return (
    <div class="card stack no-matches">
      <p>{said}</p>
      <div class="row">
        {query !== '' && (
          <Button
            onPress={() => {
              choose({ query: '', ...(health && { health }) });
              document.querySelector<HTMLElement>('[type=search]')?.focus();
            }}
          >
            {words.clear}
          </Button>
        )}
        {health && (
          <Button
            onPress={() => {
              choose({ query });
            }}
          >
            {query === '' ? words.all : words.searchAll}
          </Button>
        )}
      </div>
    </div>
  );
}
