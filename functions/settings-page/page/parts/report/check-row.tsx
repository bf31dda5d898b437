import { useId } from 'preact/hooks';
import type { Check } from '../../api/client.ts';
import { strings } from '../../strings.ts';
import { Icon, type IconName } from '../icon.tsx';
import { inTitles } from './in-titles.ts';
import { KeyQuality, wasCounted } from './key-quality.tsx';
import { RemedyTabs } from './remedy-tabs.tsx';
import { type CheckId, isTrouble, type Outcome } from './stages.ts';

const icons: Record<Outcome | 'waiting', IconName> = {
  waiting: 'waiting',
  passed: 'good',
  warning: 'warn',
  failed: 'bad',
  inconclusive: 'question',
  skipped: 'skipped',
};

export interface CheckRowProps {
  id: CheckId;
  /** Absent while it is waited for. */
  check: Check | undefined;
  /** Everything has ended: what is wrong is unfolded then, and pushes nothing away under a reader's eyes before. */
  ended: boolean;
  detailed: boolean;
}

export function CheckRow({ id, check, ended, detailed }: CheckRowProps) {
  const state = check?.outcome ?? 'waiting';
  const trouble = check !== undefined && isTrouble(check.outcome);
  const open = check !== undefined && ended && (trouble || detailed);
  const heading = useId();
  return (
    <li class={`check check-${state}`} data-check={id}>
      <p class="check-line" id={heading}>
        <span class="check-word">
          <Icon name={icons[state]} />
          {strings.report.outcomes[state]}
        </span>{' '}
        <span class="check-title">{check?.title ?? strings.report.checks[id]}</span>
      </p>
      {id === 'D5' && (!ended || wasCounted(check?.evidence)) && (
        <KeyQuality evidence={check?.evidence} />
      )}
      {open && (
        <div class="check-more">
          <p class={trouble ? undefined : 'hint'}>{inTitles(check.detail)}</p>
          {check.remedy && <RemedyTabs remedy={check.remedy} title={check.title} />}
        </div>
      )}
    </li>
  );
}
