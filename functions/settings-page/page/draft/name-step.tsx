import {
  composedName,
  lengthOfName,
  mostCharacters,
} from '../../../../shared/schemas/name-text.ts';
import { strings } from '../strings.ts';
import { Fault, Step } from './step.tsx';

/** Nearly full, it says how much is left. */
const nearlyFull = 80;

export function NameStep({
  name,
  fault,
  onName,
}: {
  name: string;
  fault: string | undefined;
  onName: (name: string) => void;
}) {
  const words = strings.draft.name;
  const left = mostCharacters - lengthOfName(composedName(name));
  const hint = left > mostCharacters - nearlyFull ? words.most : words.left(left);
  return (
    <Step id="name-step" title={words.title} hint={words.hint}>
      <div class="field">
        <label for="name">{words.label}</label>
        <input
          id="name"
          class="input"
          type="text"
          autocomplete="off"
          required
          value={name}
          aria-invalid={fault !== undefined}
          aria-describedby={fault === undefined ? 'name-hint' : 'name-fault name-hint'}
          onInput={({ currentTarget }) => {
            onName(currentTarget.value);
          }}
        />
        <Fault id="name-fault" words={fault} />
        <p class="hint" id="name-hint">
          {hint}
        </p>
      </div>
    </Step>
  );
}
