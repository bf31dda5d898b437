import { useEffect, useRef } from 'preact/hooks';
import type { Connector } from '../../api/client.ts';
import { Versions } from '../../connector/change/versions.tsx';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { Moment } from '../../parts/moment.tsx';
import { strings } from '../../strings.ts';
import type { Missing } from '../missing.ts';
import { MissingList } from './missing-list.tsx';
import { differing, type Version } from './version-in-words.ts';

export interface ConflictProps {
  mine: Version;
  theirs: Connector;
  /** What was tried is not what would be saved over theirs: it has to be tried anew, with what they changed. */
  tryAnew: boolean;
  /** What keeps mine from being saved: it can be changed while both are looked at. */
  gaps: Missing[];
  saving: boolean;
  failure: unknown;
  onMine: () => Promise<unknown>;
  onTheirs: () => void;
  onBlocked: () => void;
}

/** Somebody else was faster: both versions beside each other, and a choice. Nothing is lost before it is made. */
export function Conflict(props: ConflictProps) {
  const { mine, theirs, tryAnew, gaps, saving, failure, onMine, onTheirs, onBlocked } = props;
  const words = strings.draft.conflict;
  const incomplete = !tryAnew && gaps.length > 0;
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
      {incomplete && <MissingList gaps={gaps} />}
      {failure !== undefined && <FailureNotice failure={failure} />}
      <div class="row">
        <Button
          kind="main"
          busy={saving}
          blockedBy={incomplete ? 'save-missing' : undefined}
          onPress={onMine}
          onBlocked={onBlocked}
        >
          {tryAnew ? words.tryMine : words.takeMine}
        </Button>
        <Button onPress={onTheirs}>{words.keepTheirs}</Button>
      </div>
    </section>
  );
}
