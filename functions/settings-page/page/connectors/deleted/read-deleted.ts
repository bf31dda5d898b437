import type { Client, Schemas } from '../../api/client.ts';

export type Deleted = Schemas['RestorableConnector'];

/** All of it: what is deleted in a week is little, or somebody wants to see every one. */
export async function readDeleted(api: Client, signal: AbortSignal): Promise<Deleted[]> {
  const all: Deleted[] = [];
  let pageToken: string | undefined;
  do {
    const { data } = await api.GET('/list-connectors/deleted', {
      params: { query: { pageSize: 100, ...(pageToken !== undefined && { pageToken }) } },
      signal,
    });
    all.push(...(data?.connectors ?? []));
    pageToken = data?.nextPageToken;
  } while (pageToken !== undefined);
  return all;
}
