import { FailureNotice } from '../../parts/failure-notice.tsx';
import { useAsked } from '../../parts/use-asked.ts';
import type { NamePickerProps } from './name-picker.tsx';
import type { Named } from './use-names.ts';

/**
 * The combobox is a third of all script and needed late: it is fetched when its place is first shown. `of` tells of what
 * the names are: those of something else begin anew.
 */
export function Picker<T extends Named>({ of, ...props }: NamePickerProps<T> & { of: string }) {
  const { value: loaded, failure, again } = useAsked(async () => import('./name-picker.tsx'), []);
  if (loaded) return <loaded.NamePicker key={of} {...props} />;
  if (failure !== undefined) return <FailureNotice failure={failure} again={again} />;
  return (
    <div class="field picker" aria-busy="true">
      <span class="picker-label">{props.label}</span>
      <div class="input skeleton" />
      {(props.notYet ?? props.hint) !== undefined && (
        <p class="hint">{props.notYet ?? props.hint}</p>
      )}
    </div>
  );
}
