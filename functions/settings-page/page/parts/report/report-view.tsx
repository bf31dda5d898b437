import { useState } from 'preact/hooks';
import type { Check, Report } from '../../api/client.ts';
import { strings } from '../../strings.ts';
import { Button } from '../button.tsx';
import { CopyButton } from '../copy-button.tsx';
import { CheckRow, type RowState } from './check-row.tsx';
import { letter } from './letter.ts';
import { ReportSummary } from './report-summary.tsx';
import { allIds, type CheckId, stageOf, stages } from './stages.ts';

export interface ReportViewProps {
  /** The report once it is there. */
  report?: Report | undefined;
  /** While one is at work: what has arrived of it, and all that will. Its words take the place of the report's. */
  running?: { arrived: Check[]; expected: CheckId[] } | undefined;
  /** Rows for what a later run will check as well. */
  later?: CheckId[];
  /** The service account's address: for the message to who administers it. */
  account: string;
}

/** One row a check, by stages; what is wrong stands open with what mends it. All rows are there from the start. */
export function ReportView({ report, running, later = [], account }: ReportViewProps) {
  const [detailed, setDetailed] = useState(false);
  const ids = running?.expected ?? report?.checks.map(({ id }) => id) ?? [];
  const state = rowStates(running?.arrived ?? report?.checks ?? [], ids);
  const told = new Map(report?.checks.map((check) => [check.id, check]));
  const rows = allIds.filter((id) => ids.includes(id) || later.includes(id));
  const words = strings.report;
  const message = running ? undefined : report && letter(report, account);
  return (
    <div class="report">
      <div class="report-head">
        <ReportSummary
          report={running ? undefined : report}
          done={running?.arrived.length ?? 0}
          all={ids.length}
        />
        <div class="row">
          {message !== undefined && (
            <CopyButton text={message} what={words.copyAllWhat}>
              {words.copyAll}
            </CopyButton>
          )}
          {report && (
            <Button
              small
              kind="plain"
              onPress={() => {
                setDetailed(!detailed);
              }}
            >
              {detailed ? words.details.hide : words.details.show}
            </Button>
          )}
        </div>
      </div>
      <ul class="report-stages" aria-label={words.label}>
        {stages
          .filter((stage) => rows.some((id) => stageOf(id) === stage))
          .map((stage) => (
            <li key={stage}>
              <h3 class="report-stage">{words.stages[stage]}</h3>
              <ul class="checks">
                {rows
                  .filter((id) => stageOf(id) === stage)
                  .map((id) => (
                    <CheckRow
                      key={id}
                      id={id}
                      state={state(id)}
                      told={told.get(id)}
                      detailed={detailed}
                    />
                  ))}
              </ul>
            </li>
          ))}
      </ul>
    </div>
  );
}

function rowStates(checks: Check[], ids: CheckId[]): (id: CheckId) => RowState {
  const outcomes = new Map(checks.map(({ id, outcome }) => [id, outcome]));
  return (id) => outcomes.get(id) ?? (ids.includes(id) ? 'waiting' : 'later');
}
