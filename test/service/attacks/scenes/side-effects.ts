import http from 'node:http';
import { expect } from 'vitest';
import { subscribersEmail } from '../../../support/subscribers-email.ts';
import { judge } from '../judge.ts';
import { send } from '../send.ts';
import type { Stage } from '../stage.ts';
import { atGoogle, makeTable, sampleTable, tablesOf } from './google-tables.ts';
import type { Scenes } from './scenes.ts';

/** What a validation does at Google's side, and undoes. */
export const sideEffects: Scenes = {
  async 'run-client-leaves'(stage, { headers }, words) {
    const uniqueContactField = { ...subscribersEmail, table: 'slow_view' };
    const body = JSON.stringify({ keyId: words.keyA, purposes: ['import'], uniqueContactField });
    const hangUp = await openStream(stage, headers, body);
    const operations = async () => (await stage.askedOfGoogle()).map(({ operation }) => operation);
    await expect.poll(operations).toContain('jobs.get'); // the query goes on, and is watched
    hangUp();
    await expect.poll(operations, { timeout: 5_000 }).toContain('jobs.cancel');
  },

  async 'probe-collision'(stage, { expect: wanted }, words) {
    const { target, known } = stage;
    const owned = ['_connector_probe_1', '_connector_probe'];
    for (const table of owned) await makeTable(target, 'exports', table);
    const body = {
      keyId: words.keyA,
      purposes: ['export'],
      exportDataset: { dataset: words.exportDatasetA },
    };
    const before = await tableNames(stage);
    const answer = await send(target, 'validate-connection', {
      method: 'POST',
      path: '/',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      bearer: known.tokens.editorA,
    });
    judge(stage, wanted, answer, words);
    expect(answer.json.readyToSave).toBe(true);
    expect(await tableNames(stage)).toEqual(before);
    for (const table of owned) {
      expect(before).toContain(table);
      const { json } = await atGoogle(target, `${tablesOf('exports')}/${table}/data`);
      expect(json.rows).toEqual([{ f: [{ v: 'by its owner' }] }]);
    }
    expect((await sampleTable(target, 'exports', owned[0] ?? '')).status).toBe(200);
  },
};

async function tableNames({ target }: Stage): Promise<string[]> {
  const { json } = await atGoogle(target, tablesOf('exports'));
  const tables = json.tables as { tableReference: { tableId: string } }[];
  return tables.map(({ tableReference }) => tableReference.tableId).toSorted();
}

/** A validation as a stream; resolves after its first event, to what closes the connection. */
async function openStream(
  { target, known }: Stage,
  headers: Record<string, string>,
  body: string,
): Promise<() => void> {
  const { port, folder, host } = target.at('validate-connection');
  const asked = http.request({
    host: '127.0.0.1',
    port,
    path: `${folder}/`,
    method: 'POST',
    headers: { host, ...headers, authorization: `Bearer ${known.tokens.editorA}` },
  });
  asked.end(body);
  return new Promise((resolve, reject) => {
    asked.once('error', reject);
    asked.once('response', (response) => {
      expect(response.statusCode).toBe(200);
      response.once('data', () => {
        asked.removeAllListeners('error').on('error', () => undefined);
        response.on('error', () => undefined);
        resolve(() => asked.destroy());
      });
    });
  });
}
