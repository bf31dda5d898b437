import type { JSX } from 'preact';
import type { ConnectorWithReport } from '../api/client.ts';
import { CallFailed } from '../api/call-failed.ts';
import { useInPage, useMayEdit } from '../in-page.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { useRoute } from 'preact-iso/router';
import { useAsked } from '../parts/use-asked.ts';
import { strings } from '../strings.ts';

interface WithConnectorProps {
  title: string;
  children: (connector: ConnectorWithReport) => JSX.Element;
}

/**
 * A screen about the connector that the address names. The address of another one makes all of it anew: the router would
 * keep the form, which would show and save the one before.
 */
export function WithConnector(props: WithConnectorProps) {
  const { connectorId = '' } = useRoute().params;
  return <WithThatConnector key={connectorId} connectorId={connectorId} {...props} />;
}

/** Itself once it has been read, and until then its frame. */
function WithThatConnector({
  connectorId,
  title,
  children,
}: WithConnectorProps & { connectorId: string }) {
  const { api } = useInPage();
  const mayEdit = useMayEdit();
  const { value, failure, again } = useAsked(
    async (signal) => {
      const params = { path: { connectorId } };
      const { data } = await api.GET('/list-connectors/{connectorId}', { params, signal });
      if (!data) throw new CallFailed(undefined);
      return data;
    },
    [connectorId],
  );
  if (value && mayEdit) return children(value);
  return (
    <Screen title={title} lead={mayEdit ? strings.draft.reading : ''}>
      {failure !== undefined && <FailureNotice failure={failure} again={again} />}
      {!mayEdit && <p class="notice">{strings.viewer}</p>}
    </Screen>
  );
}
