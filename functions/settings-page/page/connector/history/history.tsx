import { strings } from '../../strings.ts';
import type { Shown } from '../use-connector.ts';
import { Timeline } from './timeline.tsx';
import { useHistory } from './use-history.ts';

/** Who changed what, and how its health went; read again when either has changed. */
export function History({ connector }: { connector: Shown }) {
  const { connectorId, etag, health } = connector;
  const history = useHistory(connectorId, `${etag} ${health.state}`);
  return (
    <section class="card stack" aria-labelledby="history">
      <h2 id="history">{strings.history.title}</h2>
      <Timeline history={history} />
    </section>
  );
}
