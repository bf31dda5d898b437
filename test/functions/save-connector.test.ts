import { beforeEach, describe, expect, test } from 'vitest';
import { connectorId as connectorIdOf } from '../../shared/schemas/identifiers.ts';
import { sampleConnection } from '../support/sample-records.ts';
import { quietLog } from '../support/quiet-log.ts';
import { runningFunctions } from '../support/running-functions.ts';

beforeEach(() => {
  quietLog();
});

const hours = (count: number) => count * 60 * 60 * 1000;

/** A workspace with an editor, and a first connector on demand. */
async function acme() {
  const running = await runningFunctions();
  const ask = running.asker('acme');
  const save = async (name: string, validationId: string) =>
    ask('POST save-connector/', { body: { name, validationId } });
  const saved = async (name = 'Shop data') => {
    const { validationId, keyId } = await running.seed('acme');
    return { ...(await save(name, validationId)), validationId, keyId };
  };
  const pass = (ms: number) => {
    running.clock.moveTo(new Date(running.clock.now().getTime() + ms));
  };
  return { ...running, ask, save, saved, pass };
}

describe('POST save-connector', () => {
  test('keeps what was validated, and its key for good', async () => {
    const { saved, ask, keys, keyId, pass } = await acme().then(async (house) => ({
      ...house,
      ...(await house.seed('acme')),
    }));
    const { status, json, headers, keyId: usedKey } = await saved();

    expect({ status, json }).toMatchObject({
      status: 201,
      json: {
        name: 'Shop data',
        keyId: usedKey,
        connection: sampleConnection(),
        health: { state: 'degraded' },
        paused: false,
        createdBy: 'ada',
      },
    });
    expect(headers.get('etag')).toBe(`"${String(json.etag)}"`);
    pass(hours(25));
    await expect(keys.read('acme', usedKey)).resolves.toBeDefined();
    await expect(keys.read('acme', keyId)).rejects.toMatchObject({ code: 'key-not-found' });
    expect((await ask(`GET list-connectors/${String(json.connectorId)}`)).status).toBe(200);
  });

  test('the same validation saved twice is one connector, so a retry is safe', async () => {
    const { saved, save, ask } = await acme();
    const first = await saved();

    const second = await save('Shop data', first.validationId);

    expect(second).toMatchObject({ status: 200, json: first.json });
    expect((await ask('GET list-connectors/')).json.connectors).toHaveLength(1);
  });

  test('ten at once with one name make one connector', async () => {
    const { seed, save, ask } = await acme();
    const seeds = await Promise.all(Array.from({ length: 10 }, async () => seed('acme')));

    const answers = await Promise.all(
      seeds.map(async ({ validationId }) => save('Shop', validationId)),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([
      201,
      ...Array<number>(9).fill(409),
    ]);
    expect((await ask('GET list-connectors/')).json.connectors).toHaveLength(1);
  });

  test('gives a name once, whatever its case, width and spaces', async () => {
    const { saved } = await acme();
    await saved('Shop data');

    for (const name of ['shop  DATA', ' Shop data ', 'Ｓｈｏｐ data']) {
      expect(await saved(name)).toMatchObject({
        status: 409,
        json: { code: 'connector-name-taken' },
      });
    }
    expect((await saved('Shop-data')).status).toBe(201);
  });

  test('another workspace may use the same name', async () => {
    const { saved, seed, asker } = await acme();
    await saved();
    const { validationId } = await seed('globex');

    const body = { name: 'Shop data', validationId };
    expect((await asker('globex')('POST save-connector/', { body })).status).toBe(201);
  });

  test('another workspace’s validation is none', async () => {
    const { seed, save } = await acme();
    const { validationId } = await seed('globex');

    expect(await save('Shop data', validationId)).toMatchObject({
      status: 404,
      json: { code: 'validation-not-found' },
    });
  });

  test.each([
    ['failed', 'validation-not-passed'],
    ['inconclusive', 'validation-not-passed'],
  ] as const)('a validation that %s is not kept', async (outcome, code) => {
    const { seed, save } = await acme();
    const { validationId } = await seed('acme', { report: { outcome } as never });

    expect(await save('Shop data', validationId)).toMatchObject({ status: 422, json: { code } });
  });

  test('import without the unique contact field is incomplete', async () => {
    const { seed, save } = await acme();
    const { uniqueContactField: _field, ...connection } = sampleConnection();
    const { validationId } = await seed('acme', { connection });

    expect(await save('Shop data', validationId)).toMatchObject({
      status: 422,
      json: { code: 'validation-incomplete' },
    });
  });

  test('after 31 minutes a validation is too old', async () => {
    const { seed, save, pass } = await acme();
    const { validationId } = await seed('acme');
    pass(31 * 60 * 1000);

    expect(await save('Shop data', validationId)).toMatchObject({
      status: 409,
      json: { code: 'validation-expired' },
    });
  });

  test('a key with under two hours left is refused', async () => {
    const { seed, save, pass } = await acme();
    const { keyId } = await seed('acme');
    pass(hours(22) + 1000);
    const { validationId } = await seed('acme', { keyId });

    expect(await save('Shop data', validationId)).toMatchObject({
      status: 409,
      json: { code: 'key-expiring' },
    });
  });

  test('a key serves one connector', async () => {
    const { saved, seed, save } = await acme();
    const { keyId } = await saved();
    const { validationId } = await seed('acme', { keyId });

    expect(await save('Second', validationId)).toMatchObject({
      status: 409,
      json: { code: 'key-in-use' },
    });
  });

  test('a saved validation does not make a second connector of another name', async () => {
    const { saved, save } = await acme();
    const { validationId } = await saved();

    expect(await save('Second', validationId)).toMatchObject({
      status: 409,
      json: { code: 'validation-already-saved' },
    });
  });

  test('of a deleted connector a validation says to restore it', async () => {
    const { saved, save, ask } = await acme();
    const { validationId, json } = await saved();
    await ask(`DELETE delete-connector/${String(json.connectorId)}`, { etag: json.etag });

    expect((await save(String(json.name), validationId)).json).toMatchObject({
      code: 'validation-already-saved',
      detail: expect.stringMatching(/^Restore the connector/) as string,
    });
  });

  test('a workspace has a limit', async () => {
    const running = await runningFunctions({ connectors: 1 });
    const ask = running.asker('acme');
    const save = async (name: string) =>
      ask('POST save-connector/', {
        body: { name, validationId: (await running.seed('acme')).validationId },
      });
    await save('one');

    expect(await save('two')).toMatchObject({
      status: 409,
      json: { code: 'connector-cap-reached' },
    });
  });

  test.each([
    [{ validationId: 'val-1' }, ['/name', '/validationId']],
    [{ name: '', validationId: 7 }, ['/name', '/validationId']],
    [{ name: 'x'.repeat(101), validationId: '' }, ['/name', '/validationId']],
    [
      { name: 'x', keyId: 'key-1', workspace: 'globex', health: 'healthy' },
      ['/validationId', '/keyId', '/workspace', '/health'],
    ],
  ])('names every field to mend: %j', async (body, pointers) => {
    const { ask } = await acme();
    const { status, json } = await ask('POST save-connector/', { body });

    expect(status).toBe(400);
    expect((json.errors as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual(pointers);
  });

  test.each([
    '\u202Egnp',
    '\u200Bx',
    'a\u2060b',
    '\uFEFFx',
    'so\u00ADft',
    'two\nlines',
    'nul\u0000',
    '\uD800',
    `a${'\u0301'.repeat(50)}`,
    ' '.repeat(50_000) + 'a',
    '   ',
    '\u200Ex',
    '\u200Fx',
    '\u061Cx',
    '\u2066x',
    '\u2067x',
    '\u2068x',
    '\u2069x',
    '\u202Ax',
    '\u202Bx',
    '\u202Cx',
    '\u202Dx',
    'Shop\u3164', // nothing of it is seen: a Hangul filler
    'Sh\u034Fop',
    'Shop\u2800',
    'Shop\uFE0F', // a variation selector behind what has no other shape
    'Shop\u{E0100}',
    'Shop\uFFFC', // the place of an object that is not there
    'Shop\uFFFF',
    'Shop\u{1D159}', // the head of a note, empty
    'Shop\u{13441}', // Egyptian blanks, and a Khitan filler
    'Shop\u{13442}',
    'Shop\u{16FE4}',
    'Shop\u{E0FFF}', // has no meaning yet
    'Shop\u0378',
    '\u3000',
    '\u00A0\u2003',
    '\uFE0F',
  ])('THREATS 51: refuses a name that deceives: %j', async (name) => {
    const { saved } = await acme();
    expect((await saved(name)).status).toBe(400);
  });
});

test('a name may have a sign in colour, whose shape an invisible selector chooses', async () => {
  const { saved } = await acme();
  expect(await saved('Shop ❤️')).toMatchObject({ status: 201, json: { name: 'Shop ❤️' } });
  for (const twin of ['Shop ❤', 'Shop ❤\uFE0E']) expect((await saved(twin)).status).toBe(409);
});

describe('PUT save-connector', () => {
  test('renames; the old name is free, the etag is new, and history tells', async () => {
    const { saved, ask, clock } = await acme();
    const { connectorId, etag } = (await saved()).json;

    clock.moveTo(new Date(clock.now().getTime() + 1000)); // history is told by time
    const { status, json } = await ask(`PUT save-connector/${String(connectorId)}`, {
      etag,
      body: { name: 'New name' },
    });

    expect({ status, name: json.name }).toEqual({ status: 200, name: 'New name' });
    expect(json.etag).not.toBe(etag);
    expect((await saved('Shop data')).status).toBe(201);
    expect((await saved('new NAME')).status).toBe(409);
    const { changes } = (await ask(`GET list-connectors/${String(connectorId)}/changes`)).json;
    expect((changes as { what: string }[]).map(({ what }) => what)).toEqual(['renamed', 'created']);
  });

  test('asks for the state that the change is based on', async () => {
    const { saved, ask } = await acme();
    const { connectorId, etag } = (await saved()).json;
    const edit = async (given?: unknown) =>
      ask(`PUT save-connector/${String(connectorId)}`, { etag: given, body: { paused: true } });

    expect(await edit()).toMatchObject({ status: 428, json: { code: 'etag-missing' } });
    expect(await edit('stale')).toMatchObject({ status: 412, json: { code: 'etag-stale' } });
    expect((await edit('x'.repeat(2000))).status).toBe(412);
    expect(await edit(etag)).toMatchObject({ status: 200, json: { paused: true } });
    expect((await edit(etag)).status).toBe(412);
  });

  test('of twenty edits of one state one wins', async () => {
    const { saved, ask } = await acme();
    const { connectorId, etag } = (await saved()).json;

    const answers = await Promise.all(
      Array.from({ length: 20 }, async (_, i) =>
        ask(`PUT save-connector/${String(connectorId)}`, {
          etag,
          body: { name: `name ${String(i)}` },
        }),
      ),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([
      200,
      ...Array<number>(19).fill(412),
    ]);
  });

  test('needs something to change', async () => {
    const { saved, ask } = await acme();
    const { connectorId, etag } = (await saved()).json;
    expect(
      (await ask(`PUT save-connector/${String(connectorId)}`, { etag, body: {} })).status,
    ).toBe(400);
  });

  test('with a validation of a new key is a rotation: the old one stays 7 days, and the way back is open', async () => {
    const { saved, seed, ask, keys, pass } = await acme();
    const first = await saved();
    const { connectorId, etag } = first.json;
    const next = await seed('acme');

    const rotated = await ask(`PUT save-connector/${String(connectorId)}`, {
      etag,
      body: { validationId: next.validationId },
    });
    expect(rotated).toMatchObject({
      status: 200,
      json: { keyId: next.keyId, previous: { keyId: first.keyId } },
    });

    pass(hours(6 * 24));
    const back = await ask(`POST save-connector/${String(connectorId)}/roll-back`, {
      etag: rotated.json.etag,
    });
    expect(back).toMatchObject({
      status: 200,
      json: { keyId: first.keyId, previous: { keyId: next.keyId } },
    });
    pass(hours(8 * 24));
    await expect(keys.read('acme', first.keyId)).resolves.toBeDefined();
    await expect(keys.read('acme', next.keyId)).rejects.toMatchObject({ code: 'key-not-found' });
    const late = await ask(`POST save-connector/${String(connectorId)}/roll-back`, {
      etag: back.json.etag,
    });
    expect(late).toMatchObject({ status: 409, json: { code: 'nothing-to-roll-back' } });
  });

  test('the way back closes some minutes before its key goes: what is returned to must not go with it', async () => {
    const { saved, seed, ask, keys, pass } = await acme();
    const first = await saved();
    const { connectorId, etag } = first.json;
    const { validationId } = await seed('acme');
    const rotated = await ask(`PUT save-connector/${String(connectorId)}`, {
      etag,
      body: { validationId },
    });

    pass(hours(7 * 24) - 5 * 60 * 1000);
    await expect(keys.read('acme', first.keyId)).resolves.toBeDefined();
    const late = await ask(`POST save-connector/${String(connectorId)}/roll-back`, {
      etag: rotated.json.etag,
    });
    expect(late).toMatchObject({ status: 409, json: { code: 'nothing-to-roll-back' } });
  });

  test('of what broke remembers what the world was told: the next check tells that it is over', async () => {
    const { saved, seed, ask, connectors, clock } = await acme();
    const { connectorId, etag } = (await saved()).json;
    await connectors.transaction('acme', async (drawer) => {
      const record = await drawer.connector(connectorIdOf.parse(connectorId));
      const at = clock.now().toISOString();
      const broken = { state: 'broken', since: at, checkedAt: at } as const;
      if (record) drawer.putConnector({ ...record, health: broken });
    });
    const { validationId } = await seed('acme');

    const rotated = await ask(`PUT save-connector/${String(connectorId)}`, {
      etag,
      body: { validationId },
    });

    expect(rotated.json.health).toMatchObject({ state: 'degraded', told: 'broken' });
  });

  test('a new key takes the place of one that was destroyed', async () => {
    const { saved, seed, ask, keys, clock } = await acme();
    const first = await saved();
    const { connectorId, etag } = first.json;
    await keys.expire('acme', first.keyId, clock.now());
    const { validationId, keyId } = await seed('acme');

    const rotated = await ask(`PUT save-connector/${String(connectorId)}`, {
      etag,
      body: { validationId },
    });
    expect(rotated).toMatchObject({ status: 200, json: { keyId } });
  });

  test('a new validation of the same key changes the field', async () => {
    const { saved, seed, ask } = await acme();
    const { keyId, json } = await saved();
    const field = {
      project: 'acme-analytics',
      dataset: 'crm',
      table: 'contacts',
      column: 'phone',
      contactKey: { type: 'phone' as const },
    };
    const { validationId } = await seed('acme', {
      keyId,
      connection: sampleConnection({ uniqueContactField: field }),
    });

    const edited = await ask(`PUT save-connector/${String(json.connectorId)}`, {
      etag: json.etag,
      body: { validationId },
    });

    expect(edited).toMatchObject({
      status: 200,
      json: { keyId, connection: { uniqueContactField: field } },
    });
    expect(edited.json.previous).toBeUndefined();
  });

  test('a validation with the connector’s own key is of no use once it has another one: nothing undoes a rotation', async () => {
    const { saved, seed, ask } = await acme();
    const { keyId, json } = await saved();
    const own = await seed('acme', { keyId, connectorId: json.connectorId as never });
    const next = await seed('acme');
    const put = async (etag: unknown, validationId: string) =>
      ask(`PUT save-connector/${String(json.connectorId)}`, { etag, body: { validationId } });

    const rotated = await put(json.etag, next.validationId);
    const late = await put(rotated.json.etag, own.validationId);

    expect(late).toMatchObject({ status: 409, json: { code: 'validation-expired' } });
    expect(late.json.detail).toContain('another key');
    const now = await ask(`GET list-connectors/${String(json.connectorId)}`);
    expect(now.json).toMatchObject({ keyId: next.keyId, etag: rotated.json.etag });
  });
});

describe('THREATS 9 and 10: another workspace’s connector', () => {
  test('is answered as an invented one, whatever the call and the etag', async () => {
    const { saved, asker } = await acme();
    const { connectorId, etag } = (await saved()).json;
    const stranger = asker('globex');
    const invented = 'con-00000000000000000000000000';
    const calls = [
      ['GET list-connectors/ID'],
      ['GET list-connectors/ID/changes'],
      ['PUT save-connector/ID', { name: 'x' }],
      ['POST save-connector/ID/roll-back'],
      ['DELETE delete-connector/ID'],
      ['POST delete-connector/ID/restore'],
    ] as const;

    for (const [call, body] of calls) {
      for (const given of [etag, 'wrong', undefined]) {
        const [foreign, none] = await Promise.all(
          [String(connectorId), invented].map(async (id) =>
            stranger(call.replace('ID', id), { body, etag: given }),
          ),
        );
        const { instance: _one, ...told } = foreign?.json ?? {};
        const { instance: _other, ...expected } = none?.json ?? {};
        expect({ call, told }).toEqual({ call, told: expected });
        expect(told).toMatchObject({ status: 404, code: 'connector-not-found' });
      }
    }
  });
});
