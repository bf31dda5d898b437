import { strings } from '../../strings.ts';
import { More } from '../more.tsx';
import { Fault } from '../step.tsx';

/** A project of one's own is the rule; another one is asked for only who opens this. */
export function ProjectInput({
  id,
  summary,
  label,
  hint,
  value,
  fault,
  onValue,
}: {
  id: string;
  summary: string;
  label: string;
  hint: string;
  value: string;
  fault: string | undefined;
  onValue: (project: string) => void;
}) {
  return (
    <More summary={summary} used={value !== ''} faulty={fault !== undefined}>
      <div class="field">
        <label for={id}>{label}</label>
        <input
          id={id}
          class="input input-short"
          type="text"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          value={value}
          placeholder={strings.draft.projectExample}
          aria-invalid={fault !== undefined}
          aria-describedby={fault === undefined ? `${id}-hint` : `${id}-fault ${id}-hint`}
          onInput={({ currentTarget }) => {
            onValue(currentTarget.value);
          }}
        />
        <Fault id={`${id}-fault`} words={fault} />
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      </div>
    </More>
  );
}
