import type { Client, Connector } from '../../api/client.ts';

/** All that can be done to a connector on its screen. */
export type Act =
  { act: 'rename'; name: string } | { act: 'pause' | 'resume' | 'remove' | 'rollBack' };

/** Sends it, based on that state of the connector. Gives the connector after it; nothing where it is deleted. */
export async function send(
  api: Client,
  what: Act,
  { connectorId, etag }: Pick<Connector, 'connectorId' | 'etag'>,
): Promise<Connector | undefined> {
  const params = { path: { connectorId }, header: { 'If-Match': `"${etag}"` } };
  switch (what.act) {
    case 'rename':
      return put({ name: what.name });
    case 'pause':
      return put({ paused: true });
    case 'resume':
      return put({ paused: false });
    case 'rollBack':
      return (await api.POST('/save-connector/{connectorId}/roll-back', { params })).data;
    case 'remove':
      await api.DELETE('/delete-connector/{connectorId}', { params });
      return undefined;
  }
  async function put(body: { name?: string; paused?: boolean }): Promise<Connector | undefined> {
    return (await api.PUT('/save-connector/{connectorId}', { params, body })).data;
  }
}

/** The connector as the reader wants it: what was seen, with what is to be done to it. */
export function wanted(seen: Connector, what: Act): Connector {
  switch (what.act) {
    case 'rename':
      return { ...seen, name: what.name };
    case 'pause':
      return { ...seen, paused: true };
    case 'resume':
      return { ...seen, paused: false };
    case 'rollBack':
      return seen.previous ? { ...seen, ...seen.previous } : seen;
    case 'remove':
      return seen;
  }
}
