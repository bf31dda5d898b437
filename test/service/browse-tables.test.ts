import { afterEach, describe, expect, test } from 'vitest';
import { type Answer, type Init, type RunningService, withService } from './running-service.ts';
import { subscribersEmail } from '../support/subscribers-email.ts';

let service: RunningService;
let ask: (path: string, init?: Init) => Promise<Answer>;
let keyId: string;
const upload = async (file: string) =>
  String((await ask('/upload-key/', { file: service.keyFile(file) })).json.keyId);
withService(async (started) => {
  service = started;
  ask = await service.asker('demo');
  keyId = await upload('good.json');
});
afterEach(async () => {
  await service.fetch('/sandbox/faults', { method: 'DELETE' });
});

const browse = async (parameters: Record<string, string>, key = keyId) =>
  ask(`/browse-tables/?${new URLSearchParams({ keyId: key, ...parameters }).toString()}`);
const names = ({ json }: Answer, list: string, name: string) =>
  (json[list] as Record<string, string>[]).map((item) => item[name]);

describe('GET browse-tables', () => {
  test('lists the datasets that the account may see, of its project or another', async () => {
    expect(names(await browse({}), 'datasets', 'dataset')).toEqual(['crm', 'exports', 'web']);
    const other = await browse({ project: 'acme-warehouse' });
    expect(names(other, 'datasets', 'dataset')).toEqual(['reports', 'sales']);
  });

  test('lists tables with their kinds, and finds them by a part of the name', async () => {
    const found = await browse({ dataset: 'crm', query: 'CONTACTS_' });
    expect(found.json.tables).toEqual([
      { table: 'contacts_mv', kind: 'MATERIALIZED_VIEW' },
      { table: 'contacts_snapshot', kind: 'SNAPSHOT' },
      { table: 'contacts_view', kind: 'VIEW' },
    ]);
  });

  test('says of each column which contact key it can be, or why none', async () => {
    const { json } = await browse({ dataset: 'crm', table: 'contacts' });
    const columns = json.columns as { column: string; contactKeys: string[]; reason?: string }[];
    const of = (name: string) => columns.find(({ column }) => column === name);
    expect(of('email')?.contactKeys).toContain('email');
    expect(of('contact_id')?.contactKeys).toEqual([
      'phone',
      'externalId',
      'contactId',
      'additionalField',
    ]);
    for (const name of [
      'score',
      'tags',
      'address',
      'created_at',
      'birthday',
      'profile',
      'consent',
    ]) {
      expect(of(name)).toMatchObject({
        contactKeys: [],
        reason: expect.stringMatching(/\w/) as string,
      });
    }
  });

  test.each([
    [{ dataset: 'crm' }, 'tables', 'table'],
    [{ dataset: 'web', table: 'wide' }, 'columns', 'column'],
    [{}, 'datasets', 'dataset'],
  ])('gives %j page by page to the end, each once', async (place, list, name) => {
    const whole: unknown[] = [];
    let pageToken: string | undefined;
    do {
      const answer = await browse({
        ...place,
        pageSize: list === 'columns' ? '100' : '2',
        ...(pageToken !== undefined && { pageToken }),
      });
      expect(answer.status).toBe(200);
      whole.push(...names(answer, list, name));
      pageToken = answer.json.nextPageToken as string | undefined;
    } while (pageToken !== undefined);
    expect(new Set(whole).size).toBe(whole.length);
    expect(whole.length).toBe({ tables: 18, columns: 521, datasets: 3 }[list]);
  });

  test('takes a page token for the list of which it is, and no other', async () => {
    const { nextPageToken } = (await browse({ dataset: 'crm', pageSize: '2' })).json;
    const pageToken = String(nextPageToken);
    const other = await upload('reader-of-one-table.json');
    const refused = [
      await browse({ dataset: 'web', pageSize: '2', pageToken }),
      await browse({ dataset: 'crm', pageSize: '2', query: 'x', pageToken }),
      await browse({ dataset: 'crm', pageSize: '2', pageToken }, other),
      await browse({ dataset: 'crm', pageSize: '2', pageToken: `${pageToken}x` }),
    ];
    for (const answer of refused) {
      expect(answer).toMatchObject({ status: 400, json: { code: 'page-token-invalid' } });
    }
  });

  test('by a connector works as by its key', async () => {
    const body = {
      keyId,
      purposes: ['import'],
      uniqueContactField: subscribersEmail,
    };
    const { validationId } = (await ask('/validate-connection/', { body })).json;
    const saved = await ask('/save-connector/', { body: { name: 'Shop', validationId } });
    const answer = await ask(`/browse-tables/?connectorId=${String(saved.json.connectorId)}`);
    expect(names(answer, 'datasets', 'dataset')).toContain('crm');
  });
});

describe('what cannot be browsed says why', () => {
  test.each([
    ['no-dataset-access.json', { dataset: 'crm' }, 422, 'warehouse-refused', 'tables.list'],
    ['good.json', { project: 'acme-nothing' }, 422, 'warehouse-refused', 'project-wrong'],
    ['good.json', { dataset: 'crm', table: 'nothing' }, 404, 'table-not-found', 'not-found'],
    ['api-disabled.json', {}, 422, 'warehouse-refused', 'api-disabled'],
    ['disabled-account.json', {}, 422, 'warehouse-refused', 'account-disabled'],
    ['deleted-key.json', {}, 422, 'warehouse-refused', 'key-rejected'],
  ])('%s %j', async (file, place, status, code, cause) => {
    const answer = await browse(place, await upload(file));
    expect(answer).toMatchObject({ status, json: { code, cause } });
    expect(answer.json.remedy).toMatchObject({ text: expect.stringMatching(/\.$/) as string });
  });

  test('a dataset that is hidden, or not there, is told as either, with the role that shows it and its rows', async () => {
    const { json } = await browse({ dataset: 'nothing' });
    expect(json.detail).toBe(
      'The account reader@acme-analytics.iam.gserviceaccount.com may not see dataset acme-analytics.nothing, or there is none of that name.',
    );
    expect(json.remedy).toMatchObject({
      text: 'Check the name of the dataset. If it is right: ask whoever administers dataset acme-analytics.nothing to grant BigQuery Data Viewer (roles/bigquery.dataViewer) to reader@acme-analytics.iam.gserviceaccount.com. That includes roles/bigquery.metadataViewer, which was missing here.',
    });
    expect(json.remedy).not.toHaveProperty('grants');
  });

  test('a project whose API is off is told by its own name', async () => {
    const { json } = await browse({ project: 'acme-api-off' });
    expect(json.detail).toBe('The BigQuery API is not enabled in project acme-api-off.');
  });

  test('Google’s own trouble is told as such, with the time to wait', async () => {
    await service.fetch('/sandbox/faults', {
      method: 'POST',
      body: {
        operation: 'datasets.list',
        status: 503,
        body: { error: { message: 'secret words' } },
      },
    });
    const answer = await browse({});
    expect(answer).toMatchObject({ status: 503, json: { code: 'warehouse-unavailable' } });
    expect(answer.headers.get('retry-after')).toBe('30');
    expect(answer.text).not.toContain('secret words');
  });

  test.each([
    ['', '/keyId'],
    ['?keyId=x', '/keyId'],
    ['?keyId=key-00000000000000000000000000&keyId=key-00000000000000000000000001', '/keyId'],
    ['?keyId=key-00000000000000000000000000&table=x', '/dataset'],
    ['?keyId=key-00000000000000000000000000&dataset=a.b', '/dataset'],
    ['?keyId=key-00000000000000000000000000&pageSize=0', '/pageSize'],
    ['?keyId=key-00000000000000000000000000&pageSize=1e3', '/pageSize'],
    ['?keyId=key-00000000000000000000000000&other=1', '/other'],
    ['?keyId=key-00000000000000000000000000&project=UPPER', '/project'],
  ])('%s', async (search, pointer) => {
    const { status, json } = await ask(`/browse-tables/${search}`);
    expect(status).toBe(400);
    expect((json.errors as { pointer: string }[]).map((error) => error.pointer)).toContain(pointer);
  });
});
