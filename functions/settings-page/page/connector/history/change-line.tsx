import type { Change } from '../../api/client.ts';
import { HealthBadge } from '../../parts/health-badge.tsx';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { Moment } from '../../parts/moment.tsx';
import { strings } from '../../strings.ts';
import { shortKeyIds } from '../short-key-id.ts';

const icons: Record<Exclude<Change['what'], 'health-changed'>, IconName> = {
  created: 'plus',
  renamed: 'pen',
  'connection-changed': 'pen',
  'key-rotated': 'key',
  'rolled-back': 'back',
  paused: 'paused',
  resumed: 'play',
  deleted: 'bin',
  restored: 'back',
  'old-key-gone': 'key',
  drifted: 'warn',
};
const states = ['healthy', 'degraded', 'broken', 'unknown'] as const;
const healthIcons = {
  healthy: 'good',
  degraded: 'warn',
  broken: 'bad',
  unknown: 'question',
} as const;

/** Who, what, when: one line of the history in the reader's words. */
export function ChangeLine({ change }: { change: Change }) {
  const { at, by, what, detail } = change;
  const words = strings.history;
  const state = what === 'health-changed' ? stateIn(detail) : undefined;
  const icon = what === 'health-changed' ? (state ? healthIcons[state] : 'question') : icons[what];
  return (
    <li class="change">
      <span class={`change-icon${state ? ` health-${state}` : ''}`}>
        <Icon name={icon} />
      </span>
      <p>
        <strong class="change-by">
          <bdi>{by === 'service' ? words.service : by}</bdi>
        </strong>{' '}
        {words.what[what]}{' '}
        {state ? (
          <HealthBadge state={state} paused={false} />
        ) : (
          told(what, detail) && <bdi class="change-detail">{shortKeyIds(detail)}</bdi>
        )}
      </p>
      <p class="hint">
        <Moment at={at} />
      </p>
    </li>
  );
}

/** The name of what was made, deleted or restored stands in the heading already. */
const told = (what: Change['what'], detail: string): boolean =>
  detail !== '' && !['created', 'deleted', 'restored'].includes(what);

/** `healthy → broken` */
const stateIn = (detail: string) => states.find((state) => detail.endsWith(state));
