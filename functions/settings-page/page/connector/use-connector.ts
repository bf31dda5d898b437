import { useCallback, useState } from 'preact/hooks';
import { CallFailed } from '../api/call-failed.ts';
import type { Connector, ConnectorWithReport } from '../api/client.ts';
import { connectorKept } from '../connectors/list/kept.ts';
import { useInPage } from '../in-page.ts';
import { useWhenChanged } from '../parts/changed.ts';
import { useAsked } from '../parts/use-asked.ts';
import { useReturn } from '../parts/use-return.ts';

/** With its latest report, once that was read: what a list told of it comes first. */
export type Shown = Connector & Partial<ConnectorWithReport>;

export interface TheConnector {
  connector?: Shown;
  failure?: unknown;
  /** There is none under this id, or none any more. */
  gone: boolean;
  again: () => void;
  /** What an answer said of it; the whole of it is read again. */
  put: (connector: Shown) => void;
}

/** One connector, kept up to date: after what is done to it here, and when the reader comes back. */
export function useConnector(connectorId: string): TheConnector {
  const { api } = useInPage();
  const [newest, setNewest] = useState<Shown | undefined>(() => connectorKept(connectorId));
  const { failure, again } = useAsked(
    async (signal) => {
      const { data } = await api.GET('/list-connectors/{connectorId}', {
        params: { path: { connectorId } },
        signal,
      });
      setNewest(data);
      return data;
    },
    [connectorId],
  );
  const put = useCallback(
    (connector: Shown) => {
      setNewest((before) => ({ ...whatOnlyItsScreenKnows(before), ...connector }));
      again();
    },
    [again],
  );
  useReturn(again);
  useWhenChanged(again);
  const gone = failure instanceof CallFailed && failure.code === 'connector-not-found';
  return { ...(newest && { connector: newest }), failure, gone, again, put };
}

/** What a change does not answer with: it stays until it was read anew. */
function whatOnlyItsScreenKnows(shown: Shown | undefined): Partial<Shown> {
  const { latestReport, drift, retiredKey } = shown ?? {};
  return {
    ...(latestReport && { latestReport }),
    ...(drift && { drift }),
    ...(retiredKey && { retiredKey }),
  };
}
