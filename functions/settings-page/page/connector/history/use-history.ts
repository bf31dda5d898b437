import { useState } from 'preact/hooks';
import type { Change } from '../../api/client.ts';
import { useInPage } from '../../in-page.ts';
import { useAsked } from '../../parts/use-asked.ts';

const pageSize = 20;

interface Read {
  changes: Change[];
  next?: string;
}

export interface History {
  changes?: Change[];
  waiting: boolean;
  failure?: unknown;
  again: () => void;
  /** Reads what was before; absent at the beginning. */
  earlier?: () => Promise<void>;
}

/** A connector's history, newest first. What comes later is put before what has been read, whenever `of` changes. */
export function useHistory(connectorId: string, of: string): History {
  const { api } = useInPage();
  const [read, setRead] = useState<Read>();
  const [lost, setLost] = useState<unknown>();
  const readFrom = async (pageToken?: string, signal?: AbortSignal): Promise<Read> => {
    const { data } = await api.GET('/list-connectors/{connectorId}/changes', {
      params: {
        path: { connectorId },
        query: { pageSize, ...(pageToken !== undefined && { pageToken }) },
      },
      ...(signal && { signal }),
    });
    const next = data?.nextPageToken;
    return { changes: data?.changes ?? [], ...(next !== undefined && { next }) };
  };
  const { waiting, failure, again } = useAsked(
    async (signal) => {
      const newest = await readFrom(undefined, signal);
      setRead((before) => joined(newest, before));
    },
    [connectorId, of],
  );
  const next = read?.next;
  return {
    ...(read && { changes: read.changes }),
    waiting,
    failure: failure ?? lost,
    again: () => {
      setLost(undefined);
      again();
    },
    ...(next !== undefined && {
      earlier: async () => {
        try {
          const older = await readFrom(next);
          setLost(undefined);
          setRead((now) => ({ ...older, changes: [...(now?.changes ?? []), ...older.changes] }));
        } catch (failure) {
          setLost(failure);
        }
      },
    }),
  };
}

/** Where both meet, the newest before the rest; where they do not, the newest alone. */
function joined(newest: Read, before: Read | undefined): Read {
  const known = new Set(newest.changes.map(({ changeId }) => changeId));
  const rest = before?.changes.filter(({ changeId }) => !known.has(changeId)) ?? [];
  const meet = before !== undefined && rest.length < before.changes.length;
  if (!meet || rest.length === 0) return newest;
  return { ...before, changes: [...newest.changes, ...rest] };
}
