import { useState } from 'preact/hooks';
import type { Check, Report } from '../../api/client.ts';
import { strings } from '../../strings.ts';
import { Button } from '../button.tsx';
import { CopyButton } from '../copy-button.tsx';
import { CheckRow } from './check-row.tsx';
import { letter } from './letter.ts';
import { ReportSummary } from './report-summary.tsx';
import { type CheckId, stageOf, stages } from './stages.ts';

export interface ReportViewProps {
  /** The report once it is there. */
  report?: Report | undefined;
  /** While it is not: what has arrived of it, and all that will. */
  arrived?: Check[];
  expected?: CheckId[];
  /** The service account's address: for the message to who administers it. */
  account: string;
}

/** One row a check, by stages; what is wrong stands open with what mends it. All rows are there from the start. */
export function ReportView({ report, arrived = [], expected = [], account }: ReportViewProps) {
  const [detailed, setDetailed] = useState(false);
  const checks = report?.checks ?? arrived;
  const ids = report ? checks.map(({ id }) => id) : expected;
  const byId = new Map(checks.map((check) => [check.id, check]));
  const shown = stages.filter((stage) => ids.some((id) => stageOf(id) === stage));
  const words = strings.report;
  const message = report && letter(report, account);
  return (
    <div class="report">
      <div class="report-head">
        <ReportSummary report={report} done={checks.length} all={ids.length} />
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
        {shown.map((stage) => (
          <li key={stage}>
            <h3 class="report-stage">{words.stages[stage]}</h3>
            <ul class="checks">
              {ids
                .filter((id) => stageOf(id) === stage)
                .map((id) => (
                  <CheckRow
                    key={id}
                    id={id}
                    check={byId.get(id)}
                    ended={report !== undefined}
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
