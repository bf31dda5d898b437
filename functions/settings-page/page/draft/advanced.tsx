import { bytesInWords, priceInWords } from '../parts/report/cost.ts';
import { strings } from '../strings.ts';
import { bytesOfGib, defaultBytes, leastBytes, mostBytes } from './asked.ts';
import { defaultCostLimitGib, type Draft } from './draft.ts';
import type { Place } from './missing.ts';
import { More } from './more.tsx';
import { Fault } from './step.tsx';

const usdPerGibibyte = 6.25 / 1024; // https://cloud.google.com/bigquery/pricing#on_demand_pricing

/** What most people leave as it is: what one query may cost, and who pays. */
export function Advanced({
  draft: { costLimitGib, jobProject },
  keyProject,
  faultAt,
  onChange,
}: {
  draft: Draft;
  keyProject: string | undefined;
  faultAt: (place: Place) => string | undefined;
  onChange: (change: Partial<Draft>) => void;
}) {
  const words = strings.draft.advanced;
  const bytes = bytesOfGib(costLimitGib) ?? defaultBytes;
  const inRange = bytes >= leastBytes && bytes <= mostBytes;
  const limitFault = faultAt('cost-limit');
  const projectFault = faultAt('job-project');
  return (
    <More
      summary={words.summary}
      used={costLimitGib !== '' || jobProject !== ''}
      faulty={(limitFault ?? projectFault) !== undefined}
    >
      <div class="stack">
        <div class="field">
          <label for="cost-limit">{words.costLimit}</label>
          <span class="row">
            <input
              id="cost-limit"
              class="input input-number"
              type="text"
              inputMode="decimal"
              autocomplete="off"
              value={costLimitGib}
              placeholder={String(defaultCostLimitGib)}
              aria-invalid={limitFault !== undefined}
              aria-describedby="cost-limit-fault cost-limit-hint"
              onInput={({ currentTarget }) => {
                onChange({ costLimitGib: currentTarget.value });
              }}
            />
            {words.gib}
          </span>
          <Fault id="cost-limit-fault" words={limitFault} />
          <p class="hint" id="cost-limit-hint">
            {words.costLimitHint}{' '}
            {inRange &&
              words.price(bytesInWords(bytes), priceInWords((bytes / 1024 ** 3) * usdPerGibibyte))}
          </p>
        </div>
        <div class="field">
          <label for="job-project">{words.jobProject}</label>
          <input
            id="job-project"
            class="input input-short"
            type="text"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            value={jobProject}
            placeholder={keyProject ?? strings.draft.projectExample}
            aria-invalid={projectFault !== undefined}
            aria-describedby="job-project-fault job-project-hint"
            onInput={({ currentTarget }) => {
              onChange({ jobProject: currentTarget.value });
            }}
          />
          <Fault id="job-project-fault" words={projectFault} />
          <p class="hint" id="job-project-hint">
            {words.jobProjectHint}
          </p>
        </div>
      </div>
    </More>
  );
}
