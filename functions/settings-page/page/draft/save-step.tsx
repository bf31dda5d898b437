import type { ComponentChildren } from 'preact';
import { Button } from '../parts/button.tsx';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { useWait } from '../parts/use-wait.ts';
import { strings } from '../strings.ts';
import type { Missing } from './missing.ts';
import { MissingList } from './save/missing-list.tsx';
import { Step } from './step.tsx';

export interface SaveStepProps {
  gaps: Missing[];
  saving: boolean;
  failure: unknown;
  words: { title: string; hint: string; save: string; saving: string };
  onSave: () => Promise<void>;
  onBlocked: () => void;
  children?: ComponentChildren;
}

/** It can be pressed when the service would accept it; else it says beside the button what is missing. */
export function SaveStep(props: SaveStepProps) {
  const { gaps, saving, failure, words, onSave, onBlocked, children } = props;
  const seconds = useWait(failure);
  const missing = gaps.length > 0;
  const blockedBy = missing ? 'save-missing' : seconds > 0 ? 'save-wait' : undefined;
  return (
    <Step id="save-step" title={words.title} hint={words.hint}>
      {missing ? <MissingList gaps={gaps} /> : <p>{strings.draft.save.ready}</p>}
      {failure !== undefined && (
        <div id="save-wait">
          <FailureNotice failure={failure} wait={seconds} />
        </div>
      )}
      <div class="row">
        <Button
          kind="main"
          busy={saving}
          blockedBy={blockedBy}
          onPress={onSave}
          onBlocked={missing ? onBlocked : () => undefined}
        >
          {saving ? words.saving : words.save}
        </Button>
        {children}
      </div>
    </Step>
  );
}
