import { beforeEach, describe, expect, test } from 'vitest';
import { quietLog } from '../support/quiet-log.ts';
import { runningFunctions } from '../support/running-functions.ts';

beforeEach(() => {
  quietLog();
});

const days = (count: number) => count * 24 * 60 * 60 * 1000;

async function withConnector() {
  const running = await runningFunctions();
  const ask = running.asker('acme');
  const save = async (name: string) => {
    const { validationId, keyId } = await running.seed('acme');
    const { json } = await ask('POST save-connector/', { body: { name, validationId } });
    return { id: String(json.connectorId), etag: json.etag, keyId };
  };
  const pass = (ms: number) => {
    running.clock.moveTo(new Date(running.clock.now().getTime() + ms));
  };
  return { ...running, ask, save, pass, saved: await save('Shop data') };
}

describe('DELETE delete-connector', () => {
  test('takes the connector from the lists at once, and says until when it can be restored', async () => {
    const { ask, saved, clock } = await withConnector();

    const { status, json } = await ask(`DELETE delete-connector/${saved.id}`, { etag: saved.etag });

    const restoreUntil = new Date(clock.now().getTime() + days(7)).toISOString();
    expect({ status, json }).toEqual({
      status: 200,
      json: { connectorId: saved.id, deletedAt: clock.now().toISOString(), restoreUntil },
    });
    expect((await ask(`GET list-connectors/${saved.id}`)).status).toBe(404);
    expect((await ask('GET list-connectors/')).json).toEqual({ connectors: [] });
  });

  test('without the right etag leaves everything as it is, the key too', async () => {
    const { ask, saved, keys, pass } = await withConnector();

    expect((await ask(`DELETE delete-connector/${saved.id}`)).status).toBe(428);
    expect((await ask(`DELETE delete-connector/${saved.id}`, { etag: '*' })).status).toBe(412);
    expect((await ask(`DELETE delete-connector/${saved.id}`, { etag: 'stale' })).status).toBe(412);

    pass(days(30));
    expect((await ask(`GET list-connectors/${saved.id}`)).status).toBe(200);
    await expect(keys.read('acme', saved.keyId)).resolves.toBeDefined();
  });

  test('works though the key was destroyed before, by whatever hand', async () => {
    const { ask, saved, keys, clock } = await withConnector();
    await keys.expire('acme', saved.keyId, clock.now());

    expect(await ask(`DELETE delete-connector/${saved.id}`, { etag: saved.etag })).toMatchObject({
      status: 200,
    });
    expect((await ask('GET list-connectors/')).json).toEqual({ connectors: [] });
  });

  test('makes the name free', async () => {
    const { ask, saved, save } = await withConnector();
    await ask(`DELETE delete-connector/${saved.id}`, { etag: saved.etag });

    expect((await save('Shop data')).id).not.toBe('undefined');
  });

  test('destroys record and key in the end', async () => {
    const { ask, saved, keys, pass } = await withConnector();
    await ask(`DELETE delete-connector/${saved.id}`, { etag: saved.etag });

    pass(days(7));
    expect((await ask(`POST delete-connector/${saved.id}/restore`)).status).toBe(404);
    await expect(keys.read('acme', saved.keyId)).resolves.toBeDefined();
    pass(days(1));
    await expect(keys.read('acme', saved.keyId)).rejects.toMatchObject({ code: 'key-not-found' });
  });

  test('leaves the history', async () => {
    const { ask, saved, pass } = await withConnector();
    pass(1000); // history is told by time
    await ask(`DELETE delete-connector/${saved.id}`, { etag: saved.etag });
    pass(days(30));

    const { json } = await ask(`GET list-connectors/${saved.id}/changes`);
    expect(json.changes).toMatchObject([{ what: 'deleted', by: 'ada' }, { what: 'created' }]);
  });
});

describe('POST delete-connector/{id}/restore', () => {
  test('brings the connector back, and its key for good', async () => {
    const { ask, saved, keys, pass } = await withConnector();
    await ask(`DELETE delete-connector/${saved.id}`, { etag: saved.etag });
    pass(days(6));

    const restored = await ask(`POST delete-connector/${saved.id}/restore`);

    expect(restored).toMatchObject({
      status: 200,
      json: { connectorId: saved.id, name: 'Shop data' },
    });
    pass(days(30));
    expect((await ask(`GET list-connectors/${saved.id}`)).json.etag).toBe(restored.json.etag);
    await expect(keys.read('acme', saved.keyId)).resolves.toBeDefined();
  });

  test('again changes nothing, so a retry is safe', async () => {
    const { ask, saved } = await withConnector();
    await ask(`DELETE delete-connector/${saved.id}`, { etag: saved.etag });

    const [first, second] = [
      await ask(`POST delete-connector/${saved.id}/restore`),
      await ask(`POST delete-connector/${saved.id}/restore`),
    ];

    expect(second.json).toEqual(first.json);
  });

  test('needs a new name where the old one is taken by now', async () => {
    const { ask, saved, save } = await withConnector();
    await ask(`DELETE delete-connector/${saved.id}`, { etag: saved.etag });
    await save('Shop data');

    const taken = await ask(`POST delete-connector/${saved.id}/restore`);
    const renamed = await ask(`POST delete-connector/${saved.id}/restore`, {
      body: { name: 'Shop data, old' },
    });

    expect(taken).toMatchObject({ status: 409, json: { code: 'connector-name-taken' } });
    expect(renamed).toMatchObject({ status: 200, json: { name: 'Shop data, old' } });
  });
});
