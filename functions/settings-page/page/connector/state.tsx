import { HealthBadge } from '../parts/health-badge.tsx';
import { Moment, Since } from '../parts/moment.tsx';
import { strings } from '../strings.ts';
import type { Shown } from './use-connector.ts';

/** How it is, since when, and what that means for the reader. */
export function State({ connector }: { connector: Shown }) {
  const { health, paused, nextCheckAt } = connector;
  const words = strings.connector;
  return (
    <div class="stack-small">
      <p class="state">
        <HealthBadge state={health.state} paused={paused} />
        {!paused && <Since at={health.since} />}
        <span class="state-fact">
          {words.checked} <Moment at={health.checkedAt} />
        </span>
        {nextCheckAt !== undefined && (
          <span class="state-fact">
            {words.nextCheck} <Moment at={nextCheckAt} />
          </span>
        )}
      </p>
      <Meaning connector={connector} />
    </div>
  );
}

function Meaning({ connector }: { connector: Shown }) {
  const { health, paused, latestReport } = connector;
  const words = strings.connector.state;
  if (paused) return <p class="notice">{words.paused}</p>;
  if (health.state === 'broken') return <Trouble kind="notice-bad" said={words.broken} />;
  if (health.failingSince !== undefined) {
    const failed = latestReport?.checks.find(({ outcome }) => outcome === 'failed');
    return <Trouble kind="notice-warn" said={words.failing(failed?.title)} />;
  }
  if (health.state === 'degraded') return <Trouble kind="notice-warn" said={words.degraded} />;
  if (health.state !== 'unknown') return null;
  // Google was not asked yet about a key that somebody returned to.
  const unchecked = health.since > health.checkedAt;
  return <p class="notice">{unchecked ? words.unchecked : words.unknown}</p>;
}

function Trouble({ kind, said }: { kind: string; said: string }) {
  return (
    <p class={`notice ${kind}`}>
      <span>{said}</span>
      <a
        href="#report"
        onClick={() => {
          document.querySelector<HTMLElement>('#report')?.focus();
        }}
      >
        {strings.connector.state.toReport}
      </a>
    </p>
  );
}
