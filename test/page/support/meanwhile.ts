import { expect } from 'vitest';
import { subscribersEmail } from '../../support/subscribers-email.ts';
import type { Stage } from './in-browser.ts';

export interface Saved {
  connectorId: string;
  name: string;
  etag: string;
  keyId: string;
  key: { clientEmail: string };
  connection: {
    purposes: string[];
    maximumBytesBilled: number;
    uniqueContactField?: { column: string };
    exportDataset?: { dataset: string };
  };
  previous?: { keyId: string };
}

type Known = Pick<Saved, 'connectorId' | 'etag'>;

/** What somebody else does to a connector that is open on a page; and what has become of it. */
export function meanwhile(stage: Stage) {
  const read = async (connectorId: string) => {
    const ask = await stage.asking();
    return (await ask(`/list-connectors/${connectorId}`)).json as unknown as Saved;
  };

  async function edit({ connectorId, etag }: Known, body: object): Promise<void> {
    const ask = await stage.asking();
    const headers = { 'if-match': `"${etag}"` };
    const { status } = await ask(`/save-connector/${connectorId}`, {
      method: 'PUT',
      body,
      headers,
    });
    expect(status).toBe(200);
  }

  /** Of a key that is uploaded for it, or of what is asked. */
  async function validated({ key, ...asked }: Record<string, unknown> & { key?: string }) {
    const ask = await stage.asking();
    const file = key === undefined ? undefined : stage.service.keyFile(key);
    const uploaded = file && (await ask('/upload-key/', { file })).json.keyId;
    const body = {
      ...(uploaded !== undefined && { keyId: uploaded }),
      purposes: ['import'],
      uniqueContactField: subscribersEmail,
      ...asked,
    };
    const { validationId } = (await ask('/validate-connection/', { body })).json;
    return { keyId: uploaded, validationId };
  }

  return { read, edit, validated };
}
