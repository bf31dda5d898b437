import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { strings } from '../../strings.ts';
import type { Connectors } from './use-connectors.ts';

/** The next page comes by itself as its place draws near, and by the button for who does not scroll. */
export function More({ list, drawn }: { list: Connectors; drawn: number }) {
  const { shown, doing, failed, more, again } = list;
  const place = useRef<HTMLDivElement>(null);
  const next = shown?.pages.next;
  const allDrawn = drawn === shown?.pages.pages.length;
  const latest = useRef(more);
  latest.current = more;
  useEffect(() => {
    const { current } = place;
    if (!current || next === undefined || failed || !allDrawn) return undefined;
    const near = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) latest.current();
      },
      { rootMargin: '0px 0px 1200px' },
    );
    near.observe(current);
    return () => {
      near.disconnect();
    };
  }, [next, failed, drawn, allDrawn]);
  const key = useRef('');
  // Rows that come in above a place in view push it away: a new place is pushed by nothing. Unless one stands on it.
  if (place.current?.contains(document.activeElement) !== true)
    key.current = `${String(next)} ${String(drawn)}`;
  if (failed?.doing === 'more') return <FailureNotice failure={failed.failure} again={again} />;
  if (next === undefined) return null;
  const words = strings.list;
  return (
    <div class="more" ref={place} key={key.current}>
      <Button busy={doing === 'more'} onPress={more}>
        {doing === 'more' ? words.loadingMore : words.more}
      </Button>
    </div>
  );
}
