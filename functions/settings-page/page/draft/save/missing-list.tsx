import { strings } from '../../strings.ts';
import type { Missing } from '../missing.ts';

/** What keeps a draft from being saved, beside the button that would. */
export function MissingList({ gaps }: { gaps: Missing[] }) {
  return (
    <div id="save-missing" class="stack-small">
      <p class="hint">{strings.draft.save.missing}</p>
      <ul class="missing">
        {gaps.map(({ place, words }) => (
          <li key={`${place} ${words}`}>{words}</li>
        ))}
      </ul>
    </div>
  );
}
