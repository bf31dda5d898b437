import { expect, test } from 'vitest';
import { type Mask, masked, readMask } from '../../../sandbox/http/field-mask.ts';
import { bigqueryWarehouse } from '../../../shared/adapters/google/bigquery-warehouse.ts';
import { google } from '../../../shared/adapters/google/endpoints.ts';
import type { Warehouse } from '../../../shared/ports/warehouse.ts';
import { listen } from '../../support/listen.ts';
import { fullAnswers } from './full-answers.ts';

/** A BigQuery that answers with all there is, or as much of it as it is asked for. */
async function warehouseOf(body: unknown, honours: boolean) {
  const asked: { fields: string; bytes: number }[] = [];
  const origin = await listen((httpRequest, httpResponse) => {
    const { searchParams } = new URL(httpRequest.url ?? '/', 'http://google');
    const fields = searchParams.get('fields') ?? '';
    const mask: Mask = honours && fields !== '' ? (readMask(fields) ?? new Map()) : true;
    const text = JSON.stringify(masked(body, mask));
    asked.push({ fields, bytes: text.length });
    httpResponse.writeHead(200, { 'content-type': 'application/json' }).end(text);
  });
  const warehouse = bigqueryWarehouse({ ...google, bigquery: origin })({
    accessToken: { token: 'abc' },
    jobProject: 'acme-analytics',
    labels: {},
    signal: new AbortController().signal,
  });
  return { warehouse, asked };
}

const tried = Object.entries(fullAnswers) as [
  string,
  { body: unknown; ask: (warehouse: Warehouse) => Promise<unknown> },
][];

test.each(tried)(
  'THREATS 30: of %s no more is asked for than is read, and no less',
  async (_, { body, ask }) => {
    const whole = await warehouseOf(body, false);
    const part = await warehouseOf(body, true);
    const answer = await ask(whole.warehouse);

    expect(answer).toMatchObject({ value: expect.anything() as unknown });
    expect(await ask(part.warehouse)).toEqual(answer);
    expect(part.asked.every(({ fields }) => fields !== '')).toBe(true);
    const [sent] = part.asked;
    expect(sent?.bytes).toBeLessThan(JSON.stringify(body).length);
  },
);

test('THREATS 30: of a table that is only checked no description comes, of one that is chosen from no policy tag', async () => {
  const column = { name: 'email', type: 'STRING', policyTags: { names: ['tag'] } };
  const body = { type: 'TABLE', schema: { fields: [{ ...column, description: 'ddd' }] } };
  const { warehouse } = await warehouseOf(body, true);
  const name = { project: 'p', dataset: 'd', table: 't' };
  const columnsOf = async (options?: { described: boolean }) => {
    const answer = await warehouse.table(name, options);
    return 'value' in answer ? answer.value.columns : [];
  };

  expect(await columnsOf()).toMatchObject([{ name: 'email', policyTags: ['tag'] }]);
  expect((await columnsOf())[0]).not.toHaveProperty('description');
  expect(await columnsOf({ described: true })).toMatchObject([
    { name: 'email', description: 'ddd', policyTags: [] },
  ]);
});
