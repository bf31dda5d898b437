import type { ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso/router';
import { HealthIcon } from '../../parts/health-badge.tsx';
import { strings } from '../../strings.ts';
import { addressOf, type Filter, type Listed, listed } from './filter.ts';
import { useSummary } from './use-summary.ts';

/** How many there are of each health; each count shows those alone. What there is none of is not offered. */
export function Filters({ filter }: { filter: Filter }) {
  const { path } = useLocation();
  const summary = useSummary();
  const { query, health } = filter;
  const words = strings.list;
  if (!summary) return <div class="chips" aria-hidden="true" key="waiting" />;
  const link = (which: Listed | undefined, content: ComponentChildren) => (
    <li key={which ?? 'all'}>
      <a
        class={`chip chip-${which ?? 'all'}`}
        href={addressOf(path, { query, ...(which && { health: which }) })}
        aria-current={which === health ? 'true' : undefined}
      >
        {content}
      </a>
    </li>
  );
  return (
    <nav aria-label={words.filters} key="there">
      <ul class="chips">
        {link(undefined, words.all(summary.all))}
        {listed
          .filter((each) => summary.counts[each] > 0 || each === health)
          .map((each) =>
            link(
              each,
              <>
                <HealthIcon of={each} />
                {words.counted(summary.counts[each], strings.health[each].word)}
              </>,
            ),
          )}
      </ul>
    </nav>
  );
}
