import { useEffect, useRef } from 'preact/hooks';
import { strings } from '../strings.ts';
import type { Missing, Place } from './missing.ts';

/** What is wrong, above everything, with a way to each (https://design-system.service.gov.uk/components/error-summary/). */
export function ErrorSummary({ gaps, pressed }: { gaps: Missing[]; pressed: number }) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (pressed > 0) summary.current?.focus();
  }, [pressed]);
  if (pressed === 0 || gaps.length === 0) return null;
  return (
    <div
      class="notice notice-bad"
      role="group"
      aria-labelledby="problems"
      tabIndex={-1}
      ref={summary}
    >
      <h2 id="problems">{strings.draft.problems}</h2>
      <ul class="links">
        {gaps.map(({ place, words }) => (
          <li key={`${place} ${words}`}>
            <a
              href={`#${place}`}
              onClick={(event) => {
                event.preventDefault();
                goTo(place);
              }}
            >
              {words}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** To a control; to the step that it will be in, where it is not there yet. */
export function goTo(place: Place): void {
  const control =
    document.getElementById(place) ?? document.getElementById(`step-${stepOf(place)}`);
  control?.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
}

function stepOf(place: Place): string {
  if (place.startsWith('export')) return 'purposes-step';
  return ['project', 'dataset', 'table', 'column', 'contact-key', 'field-id'].includes(place)
    ? 'field-step'
    : `${place}-step`;
}
