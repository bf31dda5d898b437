import { Icon } from '../../parts/icon.tsx';
import { Fault } from '../step.tsx';
import { PickerList } from './picker-list.tsx';
import type { AskNames, Named } from './use-names.ts';
import { usePicker } from './use-picker.ts';

export interface NamePickerProps<T extends Named> {
  /** Of the input, so that a summary of errors leads to it. */
  id: string;
  label: string;
  hint?: string | undefined;
  value: string;
  fault: string | undefined;
  /** Why nothing can be chosen yet. */
  notYet?: string | undefined;
  ask: AskNames<T>;
  /** A name, and what is known of it unless it was typed. */
  onChoose: (name: string, item: T | undefined) => void;
}

/**
 * A combobox whose names the service searches (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). What cannot be
 * chosen stays enabled for the machine, so that arrow keys reach it and its reason is heard, and is refused when chosen.
 */
export function NamePicker<T extends Named>(props: NamePickerProps<T>) {
  const { id, label, hint, fault, notYet } = props;
  const { api, input, names, options, query, enter } = usePicker(props);
  const { onKeyDown, ...inputProps } = api.getInputProps() as {
    onKeyDown: (event: KeyboardEvent) => void;
  };
  const help = notYet ?? hint;
  const describedBy = [fault !== undefined && `${id}-fault`, help !== undefined && `${id}-hint`];
  return (
    <div class="field picker" {...api.getRootProps()}>
      <label {...api.getLabelProps()}>{label}</label>
      <div class="picker-control" {...api.getControlProps()}>
        <input
          {...inputProps}
          ref={input}
          class="input"
          aria-disabled={notYet !== undefined}
          aria-describedby={describedBy.filter((each) => each !== false).join(' ') || undefined}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && enter()) event.preventDefault();
            else onKeyDown(event);
          }}
        />
        <button {...api.getTriggerProps()} class="picker-open">
          <Icon name="down" />
        </button>
      </div>
      <Fault id={`${id}-fault`} words={fault} />
      {help !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {help}
        </p>
      )}
      <PickerList api={api} options={options} names={names} query={query} />
    </div>
  );
}
