import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';

export interface Named {
  name: string;
  /** What kind of thing it is. */
  kind?: string;
  about?: string;
  /** Why it cannot be chosen. */
  refused?: string;
}

export interface PageOfNames<T extends Named> {
  items: T[];
  nextPageToken?: string | undefined;
}

export type AskNames<T extends Named> = (
  query: string,
  pageToken: string | undefined,
  signal: AbortSignal,
) => Promise<PageOfNames<T>>;

interface Found<T extends Named> {
  items: T[];
  nextPageToken?: string | undefined;
  failure?: unknown;
  waiting: boolean;
}

export interface Names<T extends Named> extends Found<T> {
  more: () => void;
  again: () => void;
}

interface Answered {
  words: string;
  at: number;
  empty: boolean;
}

const typingMs = 250;
const freshMs = 30_000;

/** Of a list that is opened again: what somebody may have given access to meanwhile is asked for anew. */
const isStale = ({ at, empty }: Answered) => empty || Date.now() - at > freshMs;

/** Names that match what is typed, a page at a time, asked for when the list is first open. */
export function useNames<T extends Named>(
  ask: AskNames<T>,
  open: boolean,
  query: string,
): Names<T> {
  const [found, setFound] = useState<Found<T>>({ items: [], waiting: false });
  const [turn, setTurn] = useState(0);
  const latest = useRef(ask);
  latest.current = ask;
  const answered = useRef<Answered>(undefined);
  const asking = useRef<{ words: string; left: AbortController }>(undefined);

  const fetchPage = useCallback((words: string, before: T[], pageToken: string | undefined) => {
    asking.current?.left.abort();
    const left = new AbortController();
    asking.current = { words, left };
    setFound((now) => ({ ...now, waiting: true, failure: undefined }));
    latest.current(words, pageToken, left.signal).then(
      ({ items, nextPageToken }) => {
        if (left.signal.aborted) return;
        const all = [...before, ...items];
        answered.current = { words, at: Date.now(), empty: all.length === 0 };
        setFound({ items: all, nextPageToken, waiting: false });
      },
      (failure: unknown) => {
        if (left.signal.aborted) return;
        if (answered.current?.words !== words) answered.current = undefined; // its names are gone
        setFound({ items: before, failure, waiting: false });
      },
    );
  }, []);

  useEffect(() => {
    if (open && answered.current && isStale(answered.current)) answered.current = undefined;
  }, [open]);
  useEffect(() => {
    if (!open) return undefined;
    if (answered.current?.words === query) {
      if (asking.current?.words === query) return undefined;
      // The words went back to those before: nobody waits for others any more.
      asking.current?.left.abort();
      setFound((now) => (now.waiting ? { ...now, waiting: false } : now));
      return undefined;
    }
    const first = answered.current === undefined && query === '';
    const timer = setTimeout(
      () => {
        fetchPage(query, [], undefined);
      },
      first ? 0 : typingMs,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [open, query, turn, fetchPage]);
  useEffect(
    () => () => {
      asking.current?.left.abort();
    },
    [],
  );
  const { items, nextPageToken } = found;
  const more = useCallback(() => {
    if (nextPageToken !== undefined) fetchPage(query, items, nextPageToken);
  }, [items, nextPageToken, query, fetchPage]);
  const again = useCallback(() => {
    answered.current = undefined;
    setTurn((before) => before + 1);
  }, []);
  return useMemo(() => {
    // What was found for the words before is shown as far as it fits; that more may come is said.
    const fitting = items.filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()));
    const stale = open && found.failure === undefined && answered.current?.words !== query;
    return { ...found, items: fitting, waiting: found.waiting || stale, more, again };
  }, [found, items, query, open, more, again]);
}
