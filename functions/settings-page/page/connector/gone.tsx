import { CallFailed } from '../api/call-failed.ts';
import type { Change } from '../api/client.ts';
import { useInPage, useMayEdit } from '../in-page.ts';
import { Button } from '../parts/button.tsx';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Day, Moment } from '../parts/moment.tsx';
import { useRestore } from '../parts/restore/restore-provider.tsx';
import { Screen } from '../parts/screen.tsx';
import { strings } from '../strings.ts';
import { Timeline } from './history/timeline.tsx';
import { useHistory } from './history/use-history.ts';

const keptMs = 7 * 24 * 60 * 60 * 1000;

/** Nothing lives at this address. A history outlives its connector: it tells whether it was deleted, and by whom. */
export function Gone({ connectorId }: { connectorId: string }) {
  const { base } = useInPage();
  const history = useHistory(connectorId, '');
  const [last] = history.changes ?? [];
  const back = (
    <p>
      <a href={`${base}/connectors`}>{strings.nothingHere.back}</a>
    </p>
  );
  if (last?.what === 'deleted') {
    return (
      <Screen title={strings.connector.gone.deleted(last.detail)}>
        <Deleted connectorId={connectorId} deletion={last} />
        {back}
        <section class="card stack" aria-labelledby="history">
          <h2 id="history">{strings.history.title}</h2>
          <Timeline history={history} />
        </section>
      </Screen>
    );
  }
  if (!history.changes && !isNowhere(history.failure)) {
    return (
      <Screen title={strings.screens.connector.title}>
        {history.failure === undefined ? (
          <p class="hint">{strings.connector.loading}</p>
        ) : (
          <FailureNotice failure={history.failure} again={history.again} />
        )}
      </Screen>
    );
  }
  const { title, lead } = strings.nothingHere;
  return (
    <Screen title={title} lead={lead}>
      {back}
    </Screen>
  );
}

/** No history either: there never was one, or it is another workspace's. */
const isNowhere = (failure: unknown): boolean =>
  failure instanceof CallFailed && failure.code === 'connector-not-found';

function Deleted({ connectorId, deletion }: { connectorId: string; deletion: Change }) {
  const mayEdit = useMayEdit();
  const restore = useRestore();
  const words = strings.connector.gone;
  const until = new Date(Date.parse(deletion.at) + keptMs);
  const name = deletion.detail;
  const over = until.getTime() <= Date.now();
  return (
    <div class="card stack">
      <p>
        <bdi>{deletion.by}</bdi> {words.by} <Moment at={deletion.at} />.{' '}
        {over ? (
          words.over
        ) : (
          <>
            {words.until} <Day at={until.toISOString()} />.
          </>
        )}
      </p>
      {mayEdit && !over && (
        <p>
          <Button
            kind="main"
            label={strings.deleted.restoreOf(name)}
            onPress={() => restore({ connectorId, name })}
          >
            {strings.deleted.restore}
          </Button>
        </p>
      )}
      {!mayEdit && <p class="hint">{strings.viewer}</p>}
    </div>
  );
}
