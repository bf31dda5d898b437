import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import * as z from 'zod';
import { subscribersEmail } from '../../support/subscribers-email.ts';
import type { Stage } from './in-browser.ts';

/** As much of a connector as tests look at; all of it stays there to be compared. */
const saved = z.looseObject({
  connectorId: z.string(),
  name: z.string(),
  etag: z.string(),
  keyId: z.string(),
  key: z.looseObject({ clientEmail: z.string() }),
  connection: z.looseObject({
    purposes: z.array(z.string()),
    maximumBytesBilled: z.number(),
    uniqueContactField: z.looseObject({ column: z.string() }).optional(),
    exportDataset: z.looseObject({ dataset: z.string() }).optional(),
  }),
  previous: z.looseObject({ keyId: z.string() }).optional(),
});
export type Saved = z.infer<typeof saved>;

type Known = Pick<Saved, 'connectorId' | 'etag'>;

/** What somebody else does to a connector that is open on a page; and what has become of it. */
export function meanwhile(stage: Stage) {
  const read = async (connectorId: string) => {
    const ask = await stage.asking();
    return saved.parse((await ask(`/list-connectors/${connectorId}`)).json);
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

/** Tries the change anew with what somebody else has made of the connector, and saves it. */
export async function takeOver(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Take over the change and validate again' }).click();
  await page.getByText('Everything is there.').waitFor();
  await page.getByRole('button', { name: 'Save the change' }).click();
  await page.getByText('was changed.').first().waitFor();
}
