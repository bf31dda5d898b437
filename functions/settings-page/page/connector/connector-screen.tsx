import { useRoute } from 'preact-iso/router';
import { useInPage } from '../in-page.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { strings } from '../strings.ts';
import { ConnectorView } from './connector-view.tsx';
import { Gone } from './gone.tsx';
import { useConnector } from './use-connector.ts';

/** `/connectors/<id>`: what is known of one connector, and all that can be done with it. */
export function ConnectorScreen() {
  const { connectorId = '' } = useRoute().params;
  return <ConnectorOf key={connectorId} connectorId={connectorId} />;
}

function ConnectorOf({ connectorId }: { connectorId: string }) {
  const { base } = useInPage();
  const { connector, failure, gone, again, put } = useConnector(connectorId);
  if (gone) return <Gone connectorId={connectorId} />;
  if (connector)
    return <ConnectorView connector={connector} failure={failure} again={again} put={put} />;
  const { title } = strings.screens.connector;
  return (
    <Screen
      title={title}
      above={
        <p class="back">
          <a href={`${base}/connectors`}>{strings.connector.all}</a>
        </p>
      }
    >
      {failure === undefined ? (
        <p class="hint" role="status">
          {strings.connector.loading}
        </p>
      ) : (
        <FailureNotice failure={failure} again={again} />
      )}
    </Screen>
  );
}
