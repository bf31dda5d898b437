import * as combobox from '@zag-js/combobox';
import { normalizeProps, type PropTypes, useMachine } from '@zag-js/preact';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useInPage } from '../../in-page.ts';
import { announce } from '../../parts/announce.ts';
import { strings } from '../../strings.ts';
import { machine } from './machine.ts';
import type { NamePickerProps } from './name-picker.tsx';
import {
  againValue,
  moreValue,
  type Option,
  optionsOf,
  signInValue,
  typedValue,
} from './options.ts';
import { type Named, type Names, useNames } from './use-names.ts';

export interface PickerState {
  api: combobox.Api<PropTypes, Option>;
  /** Of the input: what it shows is written there, unless somebody types. */
  input: { current: HTMLInputElement | null };
  names: Names<Named>;
  options: Option[];
  /** What is searched for. */
  query: string;
  /** Enter, before the machine has come to highlight the first name: takes that name all the same. */
  enter: () => boolean;
}

/** What is typed, found, highlighted and chosen. The machine is told what is so; it keeps neither text nor value. */
export function usePicker<T extends Named>(props: NamePickerProps<T>): PickerState {
  const { id, label, value, fault, notYet, ask, onChoose } = props;
  const { session } = useInPage();
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
  /** An arrow key leads onto the first name, also where that comes only later. */
  const byArrow = useRef(false);
  const pick = (chosen: string) => {
    const item = names.items.find(({ name }) => name === chosen);
    if (chosen === moreValue) {
      wantedMore.current = names.items.length;
      names.more();
    } else if (chosen === againValue) names.again();
    else if (chosen === signInValue) void session.signInAgain();
    else if (chosen === typedValue) settle(query, undefined);
    else if (item?.refused !== undefined) announce(item.refused);
    else if (item) settle(item.name, item);
  };
  const close = () => {
    const typed = typing ? names.items.find(({ name }) => name === query) : undefined;
    setOpen(false);
    setTyping(false);
    if (typed && typed.refused === undefined) settle(typed.name, typed);
    else setText(value); // nothing was chosen: what stands there is what holds
    if (typed?.refused !== undefined) announce(strings.draft.pick.refused(typed.refused));
  };
  const service = useMachine(machine, {
    id: own,
    ids: { input: id, item: (of: string) => `${own}-${encodeURIComponent(of)}` },
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
      byArrow.current = details.open && details.reason === 'arrow-key';
      if (details.open) setOpen(true);
      else close();
    },
  });
  const api: combobox.Api<PropTypes, Option> = combobox.connect(service, normalizeProps);
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
  const [firstOption] = options;
  useEffect(() => {
    if (!byArrow.current || !firstOption) return;
    byArrow.current = false;
    if (api.highlightedValue === null) api.setHighlightValue(firstOption.value);
  }, [firstOption]);
  const enter = () => {
    if (!api.open || !typing || api.highlightedValue !== null || !firstOption) return false;
    pick(firstOption.value);
    return true;
  };
  return { api, input, names, options, query, enter };
}
