import type { Report } from '../api/client.ts';
import { useValidation } from '../draft/use-validation.ts';
import { useMayEdit } from '../in-page.ts';
import { Button } from '../parts/button.tsx';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { ReportView } from '../parts/report/report-view.tsx';
import { strings } from '../strings.ts';
import type { Shown } from './use-connector.ts';

/** What the last check found; and a new one, whenever it is wanted. It counts as those of the schedule do. */
export function LatestReport({
  connector,
  onChecked,
}: {
  connector: Shown;
  onChecked: (report: Report) => void;
}) {
  const mayEdit = useMayEdit();
  const { connectorId, connection, key, latestReport } = connector;
  const check = useValidation(onChecked);
  const { running, arrived, expected, failure, start, cancel } = check;
  const words = strings.connector.report;
  const begin = async () => start({ connectorId }, connection);
  return (
    <section class="card stack" aria-labelledby="report">
      <div class="card-head">
        <h2 id="report" tabIndex={-1}>
          {words.title}
        </h2>
        {mayEdit && (
          <div class="row">
            {running && (
              <Button small kind="plain" onPress={cancel}>
                {words.cancel}
              </Button>
            )}
            <Button small busy={running} onPress={begin}>
              {running ? words.checking : words.check}
            </Button>
          </div>
        )}
      </div>
      {failure !== undefined && <FailureNotice failure={failure} again={() => void begin()} />}
      {(latestReport ?? running) && (
        <ReportView
          report={latestReport}
          running={running ? { arrived, expected } : undefined}
          account={key.clientEmail}
        />
      )}
    </section>
  );
}
