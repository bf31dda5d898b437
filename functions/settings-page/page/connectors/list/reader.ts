import { CallFailed } from '../../api/call-failed.ts';
import type { Client } from '../../api/client.ts';
import type { Filter } from './filter.ts';
import { keep, pagesKept } from './kept.ts';
import { pageSize } from './page-size.ts';
import { continued, countIn, type Pages, type Read, readSome, renewed } from './pages.ts';

/** What is under way: everything, a quiet look whether it is still so, or the next page. */
export type Doing = 'all' | 'refresh' | 'more';

/** What has come to its end: one of these, or what the reader chose, however it was read. */
export type Ended = Doing | 'chosen';

export interface Reading {
  /** What is shown, and of which filter it is: it stays until what is asked for is there. */
  shown?: { filter: Filter; pages: Pages };
  doing?: Doing;
  failed?: { doing: Doing; failure: unknown };
}

export interface Reader {
  now: () => Reading;
  choose: (filter: Filter) => void;
  more: () => void;
  /** Looks again, unless something is under way already. */
  refresh: () => void;
  /** Tries again what failed. */
  again: () => void;
  stop: () => void;
}

/** So many are read again; what is below keeps what was read, with its times. */
const mostRenewed = 4 * pageSize;

function remembered(filter: Filter): Reading & { doing: Doing } {
  const pages = pagesKept(filter);
  return pages ? { shown: { filter, pages }, doing: 'refresh' } : { doing: 'all' };
}

/** Reads the list for a filter that changes as one types: an answer that nobody waits for any more is never shown. */
export function connectorsReader(
  api: Client,
  filter: Filter,
  tell: (now: Reading, ended?: Ended) => void,
): Reader {
  let wanted = filter;
  let state: Reading = remembered(filter);
  let under = new AbortController();
  const become = (next: Reading, ended?: Ended) => {
    state = next;
    tell(state, ended);
  };
  const shown = () => (state.shown ? { shown: state.shown } : {});

  async function run(doing: Doing, end: Ended = doing): Promise<void> {
    under.abort();
    const { signal } = (under = new AbortController());
    const of = wanted;
    const before = state.shown?.filter === of ? state.shown.pages : undefined;
    const show = (pages: Pages, ended?: Ended) => {
      if (signal.aborted) return;
      keep(of, pages);
      become({ shown: { filter: of, pages }, ...(!ended && { doing }) }, ended);
    };
    become({ ...shown(), doing });
    try {
      if (!before) {
        const onSome = (some: Read) => {
          show(renewed(some));
        };
        show(renewed(await readSome(api, of, { signal, onSome })), end);
      } else if (doing === 'more') {
        show(continued(before, await readSome(api, of, { from: before.next, signal })), end);
      } else {
        const size = Math.min(Math.max(pageSize, countIn(before)), mostRenewed);
        show(renewed(await readSome(api, of, { size, signal }), before), end);
      }
    } catch (failure) {
      if (signal.aborted) return;
      if (doing === 'more' && isOld(failure)) {
        state = {};
        await run('all');
      } else become({ ...shown(), failed: { doing, failure } });
    }
  }

  return {
    now: () => state,
    choose(filter) {
      const isAnother = filter !== wanted;
      wanted = filter;
      const { shown = state.shown, doing } = remembered(filter);
      state = { ...(shown && { shown }) };
      void run(doing, isAnother ? 'chosen' : doing);
    },
    more() {
      if (state.doing === undefined || state.doing === 'refresh') void run('more');
    },
    refresh() {
      if (state.doing !== undefined) return;
      // Of what is wanted nothing is there yet: reading it failed, and that is still to be told if it fails again.
      void run(state.shown?.filter === wanted ? 'refresh' : 'all');
    },
    again: () => void run(state.failed?.doing ?? 'refresh'),
    stop() {
      under.abort();
    },
  };
}

/** The service takes page tokens of its present key alone: from the top, then. */
const isOld = (failure: unknown): boolean =>
  failure instanceof CallFailed && failure.code === 'page-token-invalid';
