import * as combobox from '@zag-js/combobox';
import { normalizeProps, useMachine } from '@zag-js/preact';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { announce } from '../../parts/announce.ts';
import { Icon } from '../../parts/icon.tsx';
import { strings } from '../../strings.ts';
import { Fault } from '../step.tsx';
import { machine } from './machine.ts';
import { againValue, moreValue, type Option, optionsOf, typedValue } from './options.ts';
import { PickerList } from './picker-list.tsx';
import { type AskNames, type Named, useNames } from './use-names.ts';

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
  const { id, label, hint, value, fault, notYet, ask, onChoose } = props;
  const [open, setOpen] = useState(false);
  const [text, setText] = useState(value);
  const [typing, setTyping] = useState(false);
  const own = useId();
  const query = typing ? text.trim() : '';
  const names = useNames(ask, open, query);
  const options = useMemo(() => optionsOf(names, query), [names, query]);
  const collection = useMemo(
    () =>
      combobox.collection<Option>({
        items: options,
        itemToValue: (item) => item.value,
        itemToString: (item) => item.name,
      }),
    [options],
  );
  useEffect(() => {
    setText(value);
    setTyping(false);
  }, [value]);
  const settle = (name: string, item: T | undefined) => {
    setTyping(false);
    setText(name);
    api.setOpen(false);
    if (name !== value || item !== undefined) onChoose(name, item);
  };
  const wantedMore = useRef(0);
  const pick = (chosen: string | undefined) => {
    const item = names.items.find(({ name }) => name === chosen);
    if (chosen === moreValue) {
      wantedMore.current = names.items.length;
      names.more();
    } else if (chosen === againValue) names.again();
    else if (chosen === typedValue) settle(query, undefined);
    else if (item?.refused !== undefined) announce(item.refused);
    else if (item) settle(item.name, item);
  };
  const close = () => {
    const typed = names.items.find(({ name }) => name === query);
    if (typing && typed && typed.refused === undefined) settle(typed.name, typed);
    setOpen(false);
    setTyping(false);
    if (!typed) setText(value);
  };
  const service = useMachine(machine, {
    id: own,
    ids: {
      input: id,
      item: (itemValue: string) => `${own}-${encodeURIComponent(itemValue)}`,
    },
    collection,
    value: value === '' ? [] : [value],
    inputValue: text,
    inputBehavior: 'autohighlight',
    selectionBehavior: 'preserve',
    closeOnSelect: false,
    allowCustomValue: true,
    openOnClick: true,
    loopFocus: false,
    readOnly: notYet !== undefined,
    invalid: fault !== undefined,
    positioning: { placement: 'bottom-start', sameWidth: true, gutter: 4, flip: true },
    translations: { triggerLabel: strings.draft.pick.open(label) },
    scrollToIndexFn: ({ getElement }) => {
      getElement()?.scrollIntoView({ block: 'nearest' });
    },
    onInputValueChange: ({ inputValue, reason }) => {
      if (reason !== 'input-change') return;
      setText(inputValue);
      setTyping(true);
    },
    onSelect: ({ itemValue }) => {
      pick(itemValue);
    },
    onOpenChange: (details) => {
      if (details.open) setOpen(true);
      else close();
    },
  });
  const api = combobox.connect(service, normalizeProps);
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (!typing && input.current) input.current.value = text;
  }, [text, typing]);
  const firstNew = wantedMore.current > 0 ? names.items[wantedMore.current]?.name : undefined;
  useEffect(() => {
    if (firstNew === undefined) return;
    wantedMore.current = 0;
    api.setHighlightValue(firstNew);
  }, [firstNew]);
  const describedBy = [
    fault !== undefined && `${id}-fault`,
    (notYet ?? hint) !== undefined && `${id}-hint`,
  ].filter((each) => each !== false);
  return (
    <div class="field picker" {...api.getRootProps()}>
      <label {...api.getLabelProps()}>{label}</label>
      <div class="picker-control" {...api.getControlProps()}>
        <input
          {...(api.getInputProps() as object)}
          ref={input}
          class="input"
          aria-disabled={notYet !== undefined}
          aria-describedby={describedBy.join(' ') || undefined}
        />
        <button {...api.getTriggerProps()} class="picker-open">
          <Icon name="down" />
        </button>
      </div>
      <Fault id={`${id}-fault`} words={fault} />
      {(notYet ?? hint) !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {notYet ?? hint}
        </p>
      )}
      <PickerList api={api} options={options} names={names} query={query} />
    </div>
  );
}
