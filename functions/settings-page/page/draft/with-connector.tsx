import type { JSX } from 'preact';
import type { ConnectorWithReport } from '../api/client.ts';
import { CallFailed } from '../api/call-failed.ts';
import { useInPage, useMayEdit } from '../in-page.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { useAsked } from '../parts/use-asked.ts';
import { strings } from '../strings.ts';

/** A screen about one connector: itself once it has been read, and until then its frame. */
export function WithConnector({
  connectorId,
  title,
  children,
}: {
  connectorId: string;
  title: string;
  children: (connector: ConnectorWithReport) => JSX.Element;
}) {
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
