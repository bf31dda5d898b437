import { useInPage } from '../../in-page.ts';
import { useWhenChanged } from '../../parts/changed.ts';
import { useAsked } from '../../parts/use-asked.ts';
import { useReturn } from '../../parts/use-return.ts';
import { type Listed, listed } from './filter.ts';

export interface Summary {
  counts: Record<Listed, number>;
  all: number;
}

/** As it was left, for who comes back. */
const last: { summary?: Summary } = {};

/** How many connectors there are of each health, kept up to date as the list is; undefined until the first answer. */
export function useSummary(): Summary | undefined {
  const { api } = useInPage();
  const { value, again } = useAsked(async (signal) => {
    const { data } = await api.GET('/list-connectors/health-summary', { signal });
    const counts = { broken: 0, degraded: 0, unknown: 0, healthy: 0, paused: 0, ...data };
    last.summary = { counts, all: listed.reduce((sum, each) => sum + counts[each], 0) };
    return last.summary;
  }, []);
  useReturn(again);
  useWhenChanged(again);
  return value ?? last.summary;
}
