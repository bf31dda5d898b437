import type { Answered } from '../../../tools/deployed-service/client.ts';
import type { Ask } from './asking.ts';
import type { Tenant } from './tenant.ts';

export interface Kept {
  connectorId: string;
  etag: string;
  keyId: string;
}

/** What every call is for, once: from a key file to a connector that was rotated, rolled back, deleted and restored. */
export async function journey(hastily: Ask, tenant: Tenant): Promise<Kept> {
  const ask = patiently(hastily);
  const { name, dataset, table } = tenant;
  const first = await validated(ask, tenant);
  const browse = `GET /?keyId=${first.keyId}`;
  await good(ask('browse-tables', browse));
  await good(ask('browse-tables', `${browse}&dataset=${dataset}`));
  await good(ask('browse-tables', `${browse}&dataset=${dataset}&table=${table}`));
  const body = { name, validationId: first.validationId };
  const saved = await good(ask('save-connector', 'POST /', { body }));
  await good(ask('save-connector', 'POST /', { body }));
  const id = String(saved.json.connectorId);
  const again = await validated(ask, tenant);
  const rotation = { etag: saved.json.etag, body: { validationId: again.validationId } };
  const rotated = await good(ask('save-connector', `PUT /${id}`, rotation));
  const etag = { etag: rotated.json.etag };
  const back = await good(ask('save-connector', `POST /${id}/roll-back`, etag));
  const now = { body: { connectorId: id } };
  await good(ask('validate-connection', 'POST /', now));
  await good(
    ask('validate-connection', 'POST /', { ...now, headers: { accept: 'text/event-stream' } }),
  );
  for (const path of ['', 'health-summary', 'deleted', 'caller', id, `${id}/changes`])
    await good(ask('list-connectors', `GET /${path}`, { role: 'viewer' }));
  const gone = { etag: (await good(ask('list-connectors', `GET /${id}`))).json.etag ?? back };
  await good(ask('delete-connector', `DELETE /${id}`, gone));
  await good(ask('list-connectors', 'GET /deleted'));
  const restored = await good(ask('delete-connector', `POST /${id}/restore`));
  return { connectorId: id, etag: String(restored.json.etag), keyId: first.keyId };
}

async function validated(ask: Ask, { file, dataset, uniqueContactField }: Tenant) {
  const uploaded = await good(ask('upload-key', 'POST /', { file }));
  const keyId = String(uploaded.json.keyId);
  const exportDataset = { dataset };
  const body = { keyId, purposes: ['import', 'export'], uniqueContactField, exportDataset };
  const report = await good(ask('validate-connection', 'POST /', { body }));
  return { keyId, validationId: String(report.json.validationId) };
}

async function good(answer: Promise<Answered>): Promise<Answered> {
  const answered = await answer;
  if (answered.status >= 300) throw new Error(`${String(answered.status)} ${answered.text}`);
  return answered;
}

/** The emulator of a busy machine is late at times; who is told to come again does. */
const patiently =
  (ask: Ask): Ask =>
  async (...asked) => {
    for (let left = 10; ; left -= 1) {
      const answered = await ask(...asked);
      if (answered.status !== 503 || left === 0) return answered;
    }
  };
