import { useId } from 'preact/hooks';
import { HealthBadge } from '../../parts/health-badge.tsx';
import { strings } from '../../strings.ts';

const states = ['healthy', 'degraded', 'broken', 'unknown'] as const;

/** One line that defines each word. */
export function HealthWords() {
  const id = useId();
  const { ask, title, note } = strings.list.words;
  return (
    <>
      <button type="button" class="link-button" popovertarget={id}>
        {ask}
      </button>
      <div class="words card stack-small" id={id} popover="auto" role="dialog" aria-label={title}>
        <dl class="words-list">
          {states.map((state) => (
            <Word key={state} state={state} paused={false} />
          ))}
          <Word state="healthy" paused />
        </dl>
        <p class="hint">{note}</p>
      </div>
    </>
  );
}

function Word({ state, paused }: { state: (typeof states)[number]; paused: boolean }) {
  return (
    <>
      <dt>
        <HealthBadge state={state} paused={paused} />
      </dt>
      <dd>{strings.health[paused ? 'paused' : state].means}</dd>
    </>
  );
}
