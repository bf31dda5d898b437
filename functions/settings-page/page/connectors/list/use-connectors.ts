import { useEffect, useRef, useState } from 'preact/hooks';
import { useInPage } from '../../in-page.ts';
import { useWhenChanged } from '../../parts/changed.ts';
import { useReturn } from '../../parts/use-return.ts';
import { addressOf, type Filter } from './filter.ts';
import { connectorsReader, type Ended, type Reader, type Reading } from './reader.ts';

export type Connectors = Reading & Pick<Reader, 'more' | 'again'>;

/** The list of a filter, kept up to date: when it changes here, and when the reader comes back to it. */
export function useConnectors(
  filter: Filter,
  onEnd: (now: Reading, ended: Ended) => void,
): Connectors {
  const { api } = useInPage();
  const latest = useRef(onEnd);
  latest.current = onEnd;
  const [reader] = useState(() =>
    connectorsReader(api, filter, (now, ended) => {
      setReading(now);
      if (ended) latest.current(now, ended);
    }),
  );
  const [reading, setReading] = useState(reader.now);
  // Once what was pressed is drawn itself: rows may take longer than one likes to wait for that.
  useEffect(() => {
    reader.choose(filter);
  }, [reader, addressOf('', filter)]);
  useEffect(() => reader.stop, [reader]);
  useReturn(reader.refresh);
  useWhenChanged(reader.refresh);
  return { ...reading, more: reader.more, again: reader.again };
}
