import { beforeEach, describe, expect, test } from 'vitest';
import type { Limits } from '../../shared/limits/limits.ts';
import { keyText } from '../support/make-key.ts';
import { quietLog } from '../support/quiet-log.ts';
import { runningFunctions } from '../support/running-functions.ts';

beforeEach(() => {
  quietLog();
});

const [minuteMs, dayMs] = [60_000, 86_400_000];

/** A workspace whose limits are small. */
async function small(limits: Partial<Limits>) {
  const running = await runningFunctions(limits);
  const ask = running.asker('acme');
  const save = async (name: string) => {
    const { validationId, keyId } = await running.seed('acme');
    const { status, json, headers } = await ask('POST save-connector/', {
      body: { name, validationId },
    });
    return { status, json, headers, keyId, id: String(json.connectorId) };
  };
  const etagOf = async (id: string) => (await ask(`GET list-connectors/${id}`)).json.etag;
  return {
    ...running,
    ask,
    save,
    edit: async (id: string, body: object) =>
      ask(`PUT save-connector/${id}`, { etag: await etagOf(id), body }),
    rollBack: async (id: string) =>
      ask(`POST save-connector/${id}/roll-back`, { etag: await etagOf(id) }),
    remove: async (id: string) => ask(`DELETE delete-connector/${id}`, { etag: await etagOf(id) }),
    restore: async (id: string) => ask(`POST delete-connector/${id}/restore`),
    upload: async () => ask('POST upload-key/', { file: Buffer.from(keyText()) }),
    living: async () => ((await ask('GET list-connectors/')).json.connectors as unknown[]).length,
    pass: (ms: number) => {
      running.clock.moveTo(new Date(running.clock.now().getTime() + ms));
    },
  };
}

describe('THREATS 41: the cap on connectors', () => {
  test('holds for what is restored as for what is saved; room makes it come back', async () => {
    const { save, remove, restore, living } = await small({ connectors: 2 });
    const deleted: string[] = [];
    for (const round of [1, 2, 3]) {
      for (const n of [1, 2]) deleted.push((await save(`${String(round)} ${String(n)}`)).id);
      for (const id of deleted.slice(-2)) await remove(id);
    }

    const answers = [];
    for (const id of deleted) answers.push(await restore(id));

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 409, 409, 409, 409]);
    expect(answers.at(-1)?.json).toMatchObject({
      code: 'connector-cap-reached',
      detail: 'Delete a connector that is not needed: a workspace may have 2.',
    });
    expect(await living()).toBe(2);
    await remove(deleted[0] ?? '');
    expect((await restore(deleted[5] ?? '')).status).toBe(200);
    expect(await living()).toBe(2);
  });

  test('lets a restoration be asked for again where it was done', async () => {
    const { save, remove, restore } = await small({ connectors: 1 });
    const { id } = await save('one');
    await remove(id);
    await restore(id);
    expect((await restore(id)).status).toBe(200);
  });
});

describe('THREATS 41: the cap on keys', () => {
  test('counts those in use, those that wait, those from before a rotation and those of what was deleted', async () => {
    const { save, edit, remove, seed, upload, pass } = await small({ keys: 4 });
    const [rotated, deleted] = [await save('rotated'), await save('deleted')];
    const { validationId } = await seed('acme');
    await edit(rotated.id, { validationId });
    await remove(deleted.id);

    expect((await upload()).status).toBe(201);
    const refused = await upload();
    expect(refused).toMatchObject({
      status: 409,
      json: { code: 'key-cap-reached', detail: expect.stringMatching(/at most 4 keys/) as unknown },
    });
    pass(dayMs); // what waited is gone, and so the next one finds room
    expect((await upload()).status).toBe(201);
    expect((await upload()).status).toBe(409);
    pass(8 * dayMs);
    const all = [await upload(), await upload(), await upload(), await upload()];
    expect(all.map(({ status }) => status)).toEqual([201, 201, 201, 409]);
  });
});

describe('THREATS 41: changes of connectors', () => {
  test('have turns, which saves, edits, roll-backs, deletions and restorations share', async () => {
    const { save, edit, rollBack, remove, restore, pass, ask } = await small({ editsAMinute: 5 });
    const { id } = await save('one');
    const told = [
      await edit(id, { paused: true }),
      await rollBack(id),
      await remove(id),
      await restore(id),
    ];
    expect(told.map(({ status }) => status)).toEqual([200, 409, 200, 200]);
    const history = async () => (await ask(`GET list-connectors/${id}/changes`)).json.changes;
    const before = await history();

    const refused = [
      await edit(id, { paused: false }),
      await rollBack(id),
      await remove(id),
      await restore(id),
      await save('two'),
    ];

    expect(refused.map(({ json }) => json.code)).toEqual(Array(5).fill('rate-limited'));
    expect(refused[0]?.headers.get('retry-after')).toBe('60');
    expect(await history()).toEqual(before);
    pass(minuteMs);
    expect((await edit(id, { paused: false })).status).toBe(200);
  });

  test('of one workspace take none of another’s', async () => {
    const { save, edit, seed, asker } = await small({ editsAMinute: 2 });
    const { id } = await save('one');
    await edit(id, { paused: true });
    expect((await edit(id, { paused: false })).status).toBe(429);

    const globex = asker('globex');
    const { validationId } = await seed('globex');
    const { json } = await globex('POST save-connector/', { body: { name: 'one', validationId } });
    const theirs = `PUT save-connector/${String(json.connectorId)}`;
    expect((await globex(theirs, { etag: json.etag, body: { paused: true } })).status).toBe(200);
  });

  test('leave a person room who saves, pauses, renames and changes as fast as she can', async () => {
    const { save, edit } = await small({});
    const { id } = await save('one');
    for (let n = 0; n < 59; n += 1)
      expect((await edit(id, { paused: n % 2 === 0 })).status).toBe(200);
    expect((await edit(id, { name: 'two' })).status).toBe(429);
  });
});
