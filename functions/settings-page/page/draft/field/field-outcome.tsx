import type { Report } from '../../api/client.ts';
import { Icon } from '../../parts/icon.tsx';
import { KeyQuality, wasCounted } from '../../parts/report/key-quality.tsx';
import { found, looks } from '../../parts/report/report-summary.tsx';
import { strings } from '../../strings.ts';
import type { Validation } from '../use-validation.ts';

/** What became of the choice, where it was made; all of it stands in the report above. */
export function FieldOutcome({
  report,
  validation: { running, arrived, expected },
}: {
  report: Report | undefined;
  validation: Validation;
}) {
  const quality = report?.checks.find(({ id }) => id === 'D5');
  return (
    <div class="field-outcome">
      <p>
        {running ? (
          <>
            <Icon name="waiting" /> {strings.draft.field.trying(arrived.length, expected.length)}
          </>
        ) : report ? (
          <>
            <Icon name={looks[report.outcome][0]} /> {found(report)}{' '}
            <a
              href="#step-validate-step"
              onClick={(event) => {
                event.preventDefault();
                document.getElementById('step-validate-step')?.focus();
              }}
            >
              {strings.draft.field.toReport}
            </a>
          </>
        ) : (
          <>
            <Icon name="waiting" /> {strings.draft.field.triedSoon}
          </>
        )}
      </p>
      {(quality === undefined || wasCounted(quality.evidence)) && (
        <KeyQuality evidence={quality?.evidence} />
      )}
    </div>
  );
}
