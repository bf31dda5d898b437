import { describe, expect, test } from 'vitest';
import { type Answer, type Init, type RunningService, withService } from './running-service.ts';
import { subscribersEmail } from '../support/subscribers-email.ts';

let service: RunningService;
withService((started) => {
  service = started;
});

type Ask = (path: string, init?: Init) => Promise<Answer>;
const change = (method: string, etag: unknown, body?: unknown): Init => ({
  method,
  headers: { 'if-match': `"${String(etag)}"` },
  ...(body !== undefined && { body }),
});

/** The whole way from a key file to a connector that was deleted and restored. Gives every id that it met. */
async function tour(ask: Ask, name: string) {
  const uploaded = await ask('/upload-key/', { file: service.keyFile('good.json') });
  const keyId = String(uploaded.json.keyId);
  await ask(`/browse-tables/?keyId=${keyId}&dataset=crm&table=subscribers`);
  const validated = await ask('/validate-connection/', {
    body: {
      keyId,
      purposes: ['import'],
      uniqueContactField: subscribersEmail,
    },
  });
  const validationId = String(validated.json.validationId);
  const saved = await ask('/save-connector/', { body: { name, validationId } });
  const connectorId = String(saved.json.connectorId);
  const paused = await ask(
    `/save-connector/${connectorId}`,
    change('PUT', saved.json.etag, { paused: true }),
  );
  const deleted = await ask(`/delete-connector/${connectorId}`, change('DELETE', paused.json.etag));
  const restored = await ask(`/delete-connector/${connectorId}/restore`, { method: 'POST' });
  const statuses = [uploaded, validated, saved, paused, deleted, restored].map(
    ({ status }) => status,
  );
  expect(statuses).toEqual([201, 200, 201, 200, 200, 200]);
  const warnings = (uploaded.json.warnings as unknown[]).length;
  const outcomes = (validated.json.checks as { outcome: string }[]).map(({ outcome }) => outcome);
  return { keyId, validationId, connectorId, etag: String(restored.json.etag), warnings, outcomes };
}

describe('two workspaces at once, with the same key file and the same names', () => {
  test('neither sees anything of the other', async () => {
    const [one, other] = [await service.asker('one'), await service.asker('other')];
    const [mine, theirs] = await Promise.all([tour(one, 'Shop'), tour(other, 'Shop')]);

    // The other's use of the same key is not told: no warning, no other outcome.
    expect([mine.warnings, theirs.warnings]).toEqual([0, 0]);
    expect(new Set([...mine.outcomes, ...theirs.outcomes])).toEqual(new Set(['passed']));

    const list = (await one('/list-connectors/')).json.connectors as { connectorId: string }[];
    expect(list.map(({ connectorId }) => connectorId)).toEqual([mine.connectorId]);
    const whole = await one(`/list-connectors/${mine.connectorId}`);
    for (const id of [theirs.keyId, theirs.validationId, theirs.connectorId, theirs.etag]) {
      expect(whole.text).not.toContain(id);
    }
  });

  test('each id of the other is answered as one that never was', async () => {
    const [one, other] = [await service.asker('third'), await service.asker('fourth')];
    const theirs = await tour(other, 'Shop');
    const nobodys = Object.fromEntries(
      Object.entries(theirs).map(([name, id]) => [
        name,
        String(id).replace(/[^-]{26}$/, '0'.repeat(26)),
      ]),
    ) as Record<keyof typeof theirs, string>;
    const ways = (ids: Record<'keyId' | 'validationId' | 'connectorId' | 'etag', string>) =>
      [
        [`/browse-tables/?keyId=${ids.keyId}`],
        [`/browse-tables/?connectorId=${ids.connectorId}`],
        ['/validate-connection/', { body: { keyId: ids.keyId, purposes: ['import'] } }],
        ['/validate-connection/', { body: { connectorId: ids.connectorId } }],
        ['/save-connector/', { body: { name: 'Mine', validationId: ids.validationId } }],
        [`/save-connector/${ids.connectorId}`, change('PUT', ids.etag, { paused: true })],
        [`/save-connector/${ids.connectorId}/roll-back`, change('POST', ids.etag)],
        [`/list-connectors/${ids.connectorId}`],
        [`/list-connectors/${ids.connectorId}/changes`],
        [`/delete-connector/${ids.connectorId}`, change('DELETE', ids.etag)],
        [`/delete-connector/${ids.connectorId}/restore`, { method: 'POST' }],
      ] satisfies [string, Init?][];

    for (const [index, [path, init]] of ways(theirs).entries()) {
      const [missing = '', missingInit] = ways(nobodys)[index] ?? [];
      const asked = await one(path, init);
      const unknown = await one(missing, missingInit);
      const comparable = ({ status, json }: Answer) => ({ status, ...json, instance: undefined });
      expect(asked.status, path).toBe(404);
      expect(comparable(asked)).toEqual(comparable(unknown));
    }
    expect((await other(`/list-connectors/${theirs.connectorId}`)).json).toMatchObject({
      paused: true,
      etag: theirs.etag,
    });
  });

  test('a page token of the one is refused in the other', async () => {
    const [one, other] = [await service.asker('fifth'), await service.asker('sixth')];
    await tour(one, 'First');
    await tour(one, 'Second');
    await tour(other, 'First');
    const { nextPageToken } = (await one('/list-connectors/?pageSize=1')).json;
    const path = `/list-connectors/?pageSize=1&pageToken=${encodeURIComponent(String(nextPageToken))}`;

    expect((await one(path)).status).toBe(200);
    expect(await other(path)).toMatchObject({ status: 400, json: { code: 'page-token-invalid' } });
  });

  test('a viewer lists and opens, and may use no key and change nothing', async () => {
    const editor = await service.asker('seventh');
    const viewer = await service.asker('seventh', 'viewer');
    const { connectorId, keyId, etag } = await tour(editor, 'Shop');

    expect((await viewer('/list-connectors/')).status).toBe(200);
    expect((await viewer(`/list-connectors/${connectorId}`)).status).toBe(200);
    for (const [path, init] of [
      ['/upload-key/', { file: service.keyFile('good.json') }],
      [`/browse-tables/?keyId=${keyId}`, {}],
      ['/validate-connection/', { body: { keyId, purposes: ['import'] } }],
      [`/save-connector/${connectorId}`, change('PUT', etag, { paused: false })],
      [`/delete-connector/${connectorId}`, change('DELETE', etag)],
    ] satisfies [string, Init][]) {
      expect(await viewer(path, init), path).toMatchObject({
        status: 403,
        json: { code: 'role-insufficient' },
      });
    }
  });
});
