import { type Machine, machine as original } from '@zag-js/combobox';
import type { Option } from './options.ts';

/**
 * The machine without its writing into the input: it writes what was typed a moment ago, after the next letter has been
 * typed, which is lost then. While somebody types, the input is right as it is; else the picker writes what was chosen.
 */
export const machine: Machine<Option> = {
  ...original,
  implementations: {
    ...original.implementations,
    actions: { ...original.implementations?.actions, syncInputValue: () => undefined },
  },
};
