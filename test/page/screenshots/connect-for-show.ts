import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { subscribersEmail } from '../../support/subscribers-email.ts';
import type { StartedService } from '../../../tools/browser/start-service.ts';
import { fetchToken } from '../../../tools/local-service/fetch-token.ts';

/** A real connector with some history: saved under another name first, paused once, and checked. */
export async function connectForShow(
  { origin, stateFolder }: StartedService,
  name: string,
): Promise<void> {
  const token = await fetchToken({ origin, stateFolder, workspace: 'demo', role: 'editor' });
  const send = async (method: string, path: string, body: object | Uint8Array, etag = '') => {
    const file = body instanceof Uint8Array;
    const answer = await fetch(origin + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': file ? 'application/octet-stream' : 'application/json',
        ...(etag !== '' && { 'if-match': `"${etag}"` }),
      },
      body: file ? Uint8Array.from(body) : JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as Record<string, string>;
  };
  const key = readFileSync(join(stateFolder, 'keys', 'good.json'));
  const { keyId } = await send('POST', '/upload-key/', key);
  const { validationId } = await send('POST', '/validate-connection/', {
    keyId,
    purposes: ['import', 'export'],
    uniqueContactField: subscribersEmail,
    exportDataset: { dataset: 'exports' },
  });
  const saved = await send('POST', '/save-connector/', { name: 'Newsletter', validationId });
  const { connectorId = '' } = saved;
  let { etag } = saved;
  for (const change of [{ name }, { paused: true }, { paused: false }]) {
    ({ etag } = await send('PUT', `/save-connector/${connectorId}`, change, etag));
  }
  await send('POST', '/validate-connection/', { connectorId });
}
