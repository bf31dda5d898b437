import { useEffect, useRef } from 'preact/hooks';
import type { Connector } from '../../api/client.ts';
import { Versions } from '../../connector/change/versions.tsx';
import { Button } from '../../parts/button.tsx';
import { Moment } from '../../parts/moment.tsx';
import { strings } from '../../strings.ts';
import { type Version, versionInWords } from './version-in-words.ts';

export interface ConflictProps {
  mine: Version;
  theirs: Connector;
  /** What was tried is not what would be saved over theirs: it has to be tried anew, with what they changed. */
  tryAnew: boolean;
  saving: boolean;
  onMine: () => Promise<unknown>;
  onTheirs: () => void;
}

/** Somebody else was faster: both versions beside each other, and a choice. Nothing is lost before it is made. */
export function Conflict({ mine, theirs, tryAnew, saving, onMine, onTheirs }: ConflictProps) {
  const words = strings.draft.conflict;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <section class="card stack" aria-labelledby="conflict">
      <h2 id="conflict" tabIndex={-1} ref={heading}>
        {words.title}
      </h2>
      <p>
        <bdi>{theirs.updatedBy}</bdi> {words.changed} <Moment at={theirs.updatedAt} />.{' '}
        {tryAnew ? words.anew : words.choose}
      </p>
      <Versions heads={[words.mine, words.theirs]} rows={differing(mine, theirs)} />
      <div class="row">
        <Button kind="main" busy={saving} onPress={onMine}>
          {tryAnew ? words.tryMine : words.takeMine}
        </Button>
        <Button onPress={onTheirs}>{words.keepTheirs}</Button>
      </div>
    </section>
  );
}

function differing(mine: Version, theirs: Version) {
  const other = versionInWords(theirs);
  return versionInWords(mine).flatMap(([what, value], line) => {
    const [, now = ''] = other[line] ?? [];
    return value === now ? [] : [{ what, mine: value, theirs: now }];
  });
}
