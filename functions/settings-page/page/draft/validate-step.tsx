import { useId } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { ReportView } from '../parts/report/report-view.tsx';
import { expectedChecks } from '../parts/report/stages.ts';
import { useWait } from '../parts/use-wait.ts';
import { strings } from '../strings.ts';
import type { Draft } from './draft.ts';
import { Fault, Step } from './step.tsx';
import type { Validation } from './use-validation.ts';

export interface ValidateStepProps {
  draft: Draft;
  validation: Validation;
  /** Why it cannot be tried yet, such as: no key. */
  notYet: string | undefined;
  /** What is so of the last report: old, or of something else. */
  fault: string | undefined;
  account: string;
  hint?: string;
  onValidate: () => Promise<void>;
}

export function ValidateStep(props: ValidateStepProps) {
  const { draft, validation, notYet, fault, account, hint, onValidate } = props;
  const { running, arrived, expected, failure, cancelled, cancel } = validation;
  const words = strings.draft.validate;
  const { report, purposes } = draft;
  const seconds = useWait(failure);
  const why = useId();
  const wait = useId();
  const blockedBy = notYet !== undefined ? why : seconds > 0 ? wait : undefined;
  return (
    <Step id="validate-step" title={words.title} hint={hint ?? words.hint}>
      <div class="row">
        <Button
          id="validate"
          kind="main"
          busy={running}
          blockedBy={blockedBy}
          describedBy={fault === undefined ? undefined : 'validate-fault'}
          onPress={onValidate}
        >
          {running ? words.running : report ? words.again : words.validate}
        </Button>
        {running && (
          <Button
            onPress={() => {
              cancel();
              document.getElementById('validate')?.focus();
            }}
          >
            {words.cancel}
          </Button>
        )}
      </div>
      {notYet !== undefined && (
        <p class="hint" id={why}>
          {words.first(notYet)}
        </p>
      )}
      {!running && notYet === undefined && <Fault id="validate-fault" words={fault} />}
      {!running && cancelled === true && <p class="hint">{words.cancelled}</p>}
      {failure !== undefined && (
        <div id={wait}>
          <FailureNotice failure={failure} wait={seconds} />
        </div>
      )}
      {(running || report) && (
        <ReportView
          report={report}
          running={running ? { arrived, expected } : undefined}
          later={expectedChecks({ purposes, uniqueContactField: {}, exportDataset: {} })}
          account={account}
        />
      )}
    </Step>
  );
}
