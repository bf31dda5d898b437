import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { functionsOverSandbox, type OverSandbox } from '../support/functions-over-sandbox.ts';

let over: OverSandbox;
let keyId: string;
beforeAll(async () => {
  over = await functionsOverSandbox(10_000);
  keyId = await over.upload('good');
});
afterEach(async () => {
  await over.mend();
  await over.google.fetch('/requests', { method: 'DELETE' });
  for (const { tableReference } of await probes()) {
    const path = `${dataset}/${tableReference.tableId}`;
    const token = await over.google.token('good');
    await over.google.fetch(path, { method: 'DELETE', token });
  }
});
afterAll(async () => over.close());

const dataset = '/bigquery/v2/projects/acme-analytics/datasets/exports/tables';
const hourMs = 3_600_000;

interface Listed {
  tableReference: { tableId: string };
  expirationTime?: string;
}

async function probes(): Promise<Listed[]> {
  const { json } = await over.google.fetch(dataset, { token: await over.google.token('good') });
  const tables = json.tables as Listed[];
  return tables.filter(({ tableReference }) => tableReference.tableId.startsWith('_connector_'));
}

async function validate(): Promise<{
  outcome: string;
  bytesBilled: number;
  of: (id: string) => object | undefined;
}> {
  const body = { keyId, purposes: ['export'], exportDataset: { dataset: 'exports' } };
  const { json } = await over.validate(body);
  const checks = json.checks as { id: string }[];
  const { outcome, bytesBilled } = json as { outcome: string; bytesBilled: number };
  return { outcome, bytesBilled, of: (id) => checks.find((check) => check.id === id) };
}

interface Asked {
  operation: string;
  job?: { labels: object };
}
const asked = async () => (await over.google.fetch('/requests')).json.requests as Asked[];

describe('the row that proves that an export can be written', () => {
  test('is loaded, read back and deleted, costs nothing, and leaves nothing', async () => {
    expect(await validate()).toMatchObject({ outcome: 'passed', bytesBilled: 0 });
    const order = ['load', 'tabledata.list', 'tables.delete'];
    const operations = (await asked()).map(({ operation }) => operation);
    expect(operations.filter((name) => order.includes(name))).toEqual(order);
    expect(await probes()).toEqual([]);
  });

  test('is labelled, as every job is', async () => {
    await validate();
    const load = (await asked()).find(({ operation }) => operation === 'load')?.job;
    expect(load?.labels).toEqual({ workspace: 'demo', connector: 'new', check: 'e4' });
  });

  test.each([
    ['the table is made first', { operation: 'load', delayMs: 200 }],
    ['the load is there first', { operation: 'tables.insert', delayMs: 200 }],
    ['nobody hears that the table was made', { operation: 'tables.insert', status: 503, body: {} }],
  ])('lies in a table that ends within the hour, if %s', async (_, fault) => {
    await over.fault(fault);
    await over.fault({ operation: 'tables.delete', status: 'reset' });
    await validate();
    const [left] = await probes();
    const lives = Number(left?.expirationTime) - Date.now();
    expect(lives).toBeGreaterThan(hourMs - 60_000);
    expect(lives).toBeLessThanOrEqual(hourMs);
  });

  test('where it cannot be taken away, goes by itself', async () => {
    await over.fault({ operation: 'tables.delete', status: 'reset' });
    expect((await validate()).of('E4')).toMatchObject({ outcome: 'inconclusive' });
    const [left] = await probes();
    expect(Number(left?.expirationTime) - Date.now()).toBeLessThanOrEqual(hourMs);
    over.google.moveTo(new Date(Date.now() + hourMs + 1000));
    expect(await probes()).toEqual([]);
    over.google.moveTo(new Date());
  });

  test.each(['jobs.get', 'tabledata.list'])('is taken away when %s fails', async (operation) => {
    await over.fault({ operation, status: 'reset' });
    expect((await validate()).outcome).toBe('inconclusive');
    await over.mend();
    const left = await probes();
    expect(
      left.map(({ expirationTime }) => Number(expirationTime) > Date.now() + hourMs / 2),
    ).toEqual([]);
  });

  test('is written once, however often it has to be asked for', async () => {
    await over.fault({ operation: 'load', status: 503, body: {}, times: 1 });
    expect(await validate()).toMatchObject({ outcome: 'passed' });
    expect((await asked()).filter(({ operation }) => operation === 'load')).toHaveLength(2);
    expect(await probes()).toEqual([]);
  });

  test('of an earlier time, that outlived its hour, is taken away with it', async () => {
    over.google.moveTo(new Date(Date.now() - 2 * hourMs));
    const old = await over.google.client('good');
    const schema = [{ name: 'probe', type: 'STRING' }];
    await old.dataset('exports').createTable(`_connector_probe_${'0'.repeat(26)}`, { schema });
    await old.dataset('exports').createTable('_connector_probe_of_mine', { schema });
    over.google.moveTo(new Date());
    expect(await validate()).toMatchObject({ outcome: 'passed' });
    const names = (await probes()).map(({ tableReference }) => tableReference.tableId);
    expect(names).toEqual(['_connector_probe_of_mine']);
  });
});
