import type { Schemas } from '../api/client.ts';
import { strings } from '../strings.ts';
import { Icon, type IconName } from './icon.tsx';

type State = Schemas['Health']['state'];

const looks: Record<State | 'paused', [icon: IconName, kind: string]> = {
  healthy: ['good', 'badge-good'],
  degraded: ['warn', 'badge-warn'],
  broken: ['bad', 'badge-bad'],
  unknown: ['question', ''],
  paused: ['paused', ''],
};

/** The picture alone, beside words that say the same. */
export function HealthIcon({ of }: { of: State | 'paused' }) {
  const [icon] = looks[of];
  return (
    <span class={`health-icon health-${of}`}>
      <Icon name={icon} />
    </span>
  );
}

/** One word, and a picture that repeats it; what needs nobody's action is left plain. */
export function HealthBadge({ state, paused }: { state: State; paused: boolean }) {
  const shown = paused ? 'paused' : state;
  const [icon, kind] = looks[shown];
  return (
    <span class={`badge ${kind}`}>
      <Icon name={icon} />
      {strings.health[shown].word}
    </span>
  );
}
