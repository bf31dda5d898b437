import { type Machine, machine as original } from '@zag-js/combobox';
import type { Option } from './options.ts';

const nothing = () => undefined;

/**
 * The machine without two things that it does a moment too late, when a quick hand, or a slow telephone, is further on:
 * - it writes into the input what was typed before the last letter, which is lost then. While somebody types, the input
 *   is right as it is; else the picker writes what was chosen;
 * - it focuses the input once more when the list closes, though that never lost the focus, and takes it from where Tab
 *   has just gone.
 */
export const machine: Machine<Option> = {
  ...original,
  implementations: {
    ...original.implementations,
    actions: {
      ...original.implementations?.actions,
      syncInputValue: nothing,
      setFinalFocus: nothing,
    },
  },
};
