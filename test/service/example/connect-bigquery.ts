import createClient from 'openapi-fetch';
import type { components, paths } from '../../../functions/settings-page/page/api/open-api.d.ts';

type Schemas = components['schemas'];

/** Where the functions lie, and a fresh access token of whoever is signed in to your platform. */
export interface Service {
  origin: string;
  token: () => Promise<string>;
}

/** Connects a table of hers by a key file; what is wrong comes back as texts to show, each with what mends it. */
export async function connectBigQuery({ origin, token }: Service, name: string, keyFile: Blob) {
  const service = createClient<paths>({ baseUrl: origin });
  service.use({
    async onRequest({ request }) {
      request.headers.set('authorization', `Bearer ${await token()}`);
      return request;
    },
  });

  const uploaded = await service.POST('/upload-key', {
    body: keyFile as unknown as string, // bytes, which types made of OpenAPI call a string
    bodySerializer: (bytes) => bytes,
    headers: { 'content-type': 'application/octet-stream' },
  });
  if (!uploaded.data) return { refused: inWords(uploaded.error) };

  const validated = await service.POST('/validate-connection', {
    body: {
      keyId: uploaded.data.keyId,
      purposes: ['import'],
      uniqueContactField: {
        dataset: 'crm',
        table: 'subscribers',
        column: 'email',
        contactKey: { type: 'email' },
      },
    },
  });
  if (!validated.data) return { refused: inWords(validated.error) };
  // The same call streams each check as it ends to whoever accepts text/event-stream.
  const { validationId, readyToSave, checks } = validated.data as Schemas['Report'];
  if (!readyToSave) {
    const failed = checks.filter(({ outcome }) => outcome === 'failed');
    return { toMend: failed.map(({ title, remedy }) => `${title}: ${remedy?.text ?? ''}`) };
  }

  const saved = await service.POST('/save-connector', { body: { name, validationId } });
  if (!saved.data) return { refused: inWords(saved.error) };
  return { connectorId: saved.data.connectorId };
}

/** `detail` is a sentence for whoever reads it; `code` never changes its meaning. */
const inWords = (problem?: Schemas['Problem']): string => problem?.detail ?? 'No answer.';
