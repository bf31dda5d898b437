import type { Check } from '../../api/client.ts';
import { strings } from '../../strings.ts';
import { Icon, type IconName } from '../icon.tsx';
import { inTitles } from './in-titles.ts';
import { KeyQuality, wasCounted } from './key-quality.tsx';
import { RemedyTabs } from './remedy-tabs.tsx';
import { type CheckId, isTrouble, type Outcome } from './stages.ts';

export type RowState = Outcome | 'waiting' | 'later';

const icons: Record<RowState, IconName> = {
  waiting: 'waiting',
  later: 'skipped',
  passed: 'good',
  warning: 'warn',
  failed: 'bad',
  inconclusive: 'question',
  skipped: 'skipped',
};

export interface CheckRowProps {
  id: CheckId;
  state: RowState;
  /** What is told below the line: of a run that has ended, so that nothing is pushed away under a reader's eyes. */
  told: Check | undefined;
  detailed: boolean;
}

export function CheckRow({ id, state, told, detailed }: CheckRowProps) {
  const trouble = told !== undefined && isTrouble(told.outcome);
  return (
    <li class={`check check-${state}`} data-check={id}>
      <p class="check-line">
        <span class="check-word">
          <Icon name={icons[state]} />
          {strings.report.outcomes[state]}
        </span>{' '}
        <span class="check-title">{strings.report.checks[id]}</span>
      </p>
      {id === 'D5' && (told ? wasCounted(told.evidence) : state !== 'later') && (
        <KeyQuality evidence={told?.evidence} />
      )}
      {told && (trouble || detailed) && (
        <div class="check-more">
          <p class={trouble ? undefined : 'hint'}>{inTitles(told.detail)}</p>
          {told.remedy && <RemedyTabs remedy={told.remedy} title={told.title} />}
        </div>
      )}
    </li>
  );
}
