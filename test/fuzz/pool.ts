import { catalogue } from '../../shared/problems/catalogue.ts';
import type { RunningService } from '../service/running-service.ts';
import { subscribersEmail } from '../support/subscribers-email.ts';

/** What is there to be asked for by who makes up requests. */
export interface Pool {
  origin: string;
  editor: string;
  viewer: string;
  connectorId: string[];
  keyId: string[];
  validationId: string[];
  etag: string;
  pageToken: string;
  problems: Record<string, { status: number; title: string }>;
}

const enough = 6;

/** A workspace in which something is: connectors, keys that wait, and validations that can be saved. */
export async function fillPool(service: RunningService): Promise<Pool> {
  const ask = await service.asker('fuzz');
  const pool: Pool = {
    origin: service.origin,
    editor: await service.token('fuzz'),
    viewer: await service.token('fuzz', 'viewer'),
    ...{ connectorId: [], keyId: [], validationId: [], etag: '', pageToken: '' },
    problems: catalogue,
  };
  for (let number = 0; number < 2 * enough; number += 1) {
    const { keyId } = (await ask('/upload-key/', { file: service.keyFile('good.json') })).json;
    const body = { keyId, purposes: ['import'], uniqueContactField: subscribersEmail };
    const { validationId } = (await ask('/validate-connection/', { body })).json;
    if (number < enough) {
      pool.keyId.push(String(keyId));
      pool.validationId.push(String(validationId));
      continue;
    }
    const name = `Shop ${String(number)}`;
    const { json } = await ask('/save-connector/', { body: { name, validationId } });
    pool.connectorId.push(String(json.connectorId));
    pool.etag = String(json.etag);
  }
  pool.pageToken = String((await ask('/list-connectors/?pageSize=2')).json.nextPageToken);
  return pool;
}
