import type { ComponentChildren } from 'preact';
import { strings } from '../strings.ts';
import type { Purpose } from './draft.ts';
import { Fault, Step } from './step.tsx';

const all: Purpose[] = ['import', 'export'];

/** What the connection is for decides which rights are tried, and asked for. */
export function PurposeStep({
  purposes,
  fault,
  onPurposes,
  children,
}: {
  purposes: Purpose[];
  fault: string | undefined;
  onPurposes: (purposes: Purpose[]) => void;
  children?: ComponentChildren;
}) {
  const words = strings.draft.purposes;
  return (
    <Step id="purposes-step" title={words.title} hint={words.hint}>
      <fieldset
        class="field choices"
        id="purposes"
        tabIndex={-1}
        aria-describedby={fault === undefined ? undefined : 'purposes-fault'}
      >
        <legend class="visually-hidden">{words.title}</legend>
        {all.map((purpose) => (
          <label class="choice" key={purpose}>
            <input
              type="checkbox"
              checked={purposes.includes(purpose)}
              aria-describedby={`purpose-${purpose}`}
              onChange={({ currentTarget: { checked } }) => {
                onPurposes(
                  all.filter((each) => (each === purpose ? checked : purposes.includes(each))),
                );
              }}
            />
            <span>
              <span class="choice-name">{words[purpose].name}</span>
              <span class="hint" id={`purpose-${purpose}`}>
                {words[purpose].means}
              </span>
            </span>
          </label>
        ))}
        <Fault id="purposes-fault" words={fault} />
      </fieldset>
      {children}
    </Step>
  );
}
