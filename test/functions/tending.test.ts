import { beforeEach, describe, expect, test } from 'vitest';
import { quietLog } from '../support/quiet-log.ts';
import { sampleKeyRecord } from '../support/sample-records.ts';
import { dayMs, minuteMs, type Saved, tendedConnector } from '../support/tended-connector.ts';

beforeEach(() => {
  quietLog();
});

const remove = (stage: Awaited<ReturnType<typeof tendedConnector>>, { id, etag }: Saved) =>
  stage.ask(`DELETE delete-connector/${id}`, { etag });

describe('a deleted connector is looked after, and not checked', () => {
  test('five minutes later, and once more after a day; then nothing is left to do', async () => {
    const stage = await tendedConnector();
    const { saved, look, due, pass, clock } = stage;
    const deletedAt = clock.now().getTime();
    await remove(stage, saved);
    const at = (ms: number) => [new Date(deletedAt + ms).toISOString()];

    pass(5 * minuteMs - 1);
    expect(await due()).toEqual([]);
    pass(1);
    expect(await due()).toEqual(at(5 * minuteMs));
    expect(await look(saved)).toBe('gone');
    pass(dayMs);
    expect(await due()).toEqual(at(dayMs));
    expect(await look(saved)).toBe('gone');
    pass(5 * dayMs);
    expect(await due()).toEqual([]);
    expect(stage.healed).toEqual([]);
  });

  test('so that whoever keeps its key too late leaves no key for ever', async () => {
    const stage = await tendedConnector();
    const { saved, keys, look, pass, healed } = stage;
    await remove(stage, saved);
    await keys.keep('acme', saved.keyId);

    pass(5 * minuteMs);
    await look(saved);

    expect(healed).toEqual([
      {
        event: 'healed',
        workspace: 'acme',
        connectorId: saved.id,
        what: 'key-expires',
        keyId: saved.keyId,
      },
    ]);
    pass(7.9 * dayMs);
    expect(await stage.isThere(saved.keyId)).toBe(true);
    pass(0.1 * dayMs);
    expect(await stage.isThere(saved.keyId)).toBe(false);
  });

  test('by a task, too, that was for a check and comes late', async () => {
    const stage = await tendedConnector();
    const { saved, keys, look, pass, due } = stage;
    await remove(stage, saved);
    await keys.keep('acme', saved.keyId);

    expect(await look(saved)).toBe('gone');

    expect(stage.healed).toHaveLength(1);
    pass(5 * minuteMs);
    expect(await due()).toHaveLength(1);
  });

  test('until it expires: then nothing is left to be looked after', async () => {
    const stage = await tendedConnector();
    await remove(stage, stage.saved);
    stage.pass(7 * dayMs);

    expect(await stage.look(stage.saved)).toBe('gone');
    expect(stage.healed).toEqual([]);
  });

  test('and checked again soon where it was restored meanwhile', async () => {
    const stage = await tendedConnector();
    const { saved, ask, due, pass, clock } = stage;
    await remove(stage, saved);
    pass(minuteMs);
    await ask(`POST delete-connector/${saved.id}/restore`);

    const soon = new Date(clock.now().getTime() + 2 * minuteMs).toISOString();
    pass(2 * minuteMs);
    expect(await due()).toEqual([soon]);
  });
});

describe('a paused connector is looked after, and not checked', () => {
  test('five minutes after each change, and every day', async () => {
    const { saved, edit, look, due, pass, healed } = await tendedConnector();
    await edit(saved, { paused: true });

    pass(5 * minuteMs);
    expect(await due()).toHaveLength(1);
    expect(await look(saved)).toBe('paused');
    expect(await due()).toEqual([]);
    pass(dayMs);
    expect(await due()).toHaveLength(1);
    expect(await look(saved)).toBe('paused');
    expect(healed).toEqual([]);
  });

  test('so that it keeps its key where who deleted it was ended before the record said so', async () => {
    const { saved, edit, look, keys, clock, pass, isThere } = await tendedConnector();
    await edit(saved, { paused: true });
    pass(5 * minuteMs);
    await look(saved);
    await keys.expire('acme', saved.keyId, new Date(clock.now().getTime() + 8 * dayMs));

    pass(dayMs);
    await look(saved);

    pass(30 * dayMs);
    expect(await isThere(saved.keyId)).toBe(true);
  });

  test('so that the keys of a rotation are seen to, though it was paused in that minute', async () => {
    const { saved, rotate, edit, look, keys, clock, pass, isThere } = await tendedConnector();
    const rotated = await rotate(saved);
    await keys.keep('acme', saved.keyId); // as if whoever rotated was ended after the record
    await keys.expire('acme', rotated.keyId, new Date(clock.now().getTime() + dayMs));
    await edit(rotated, { paused: true });

    pass(5 * minuteMs);
    await look(saved);

    pass(8 * dayMs);
    expect(await isThere(saved.keyId)).toBe(false);
    expect(await isThere(rotated.keyId)).toBe(true);
  });

  test('until its way back is over: the key before goes, and is asked for no more', async () => {
    const { saved, rotate, edit, look, keys, connectors, pass, isThere } = await tendedConnector();
    const rotated = await rotate(saved);
    await edit(rotated, { paused: true });
    pass(5 * minuteMs);
    await look(saved);
    await keys.keep('acme', saved.keyId);

    pass(7 * dayMs);
    await look(saved);

    expect(await isThere(saved.keyId)).toBe(false);
    expect((await connectors.connector('acme', saved.id))?.previous).toBeUndefined();
  });
});

describe('what is noted as a connector’s own and is not', () => {
  const paused = async () => {
    const stage = await tendedConnector();
    const { etag } = await stage.edit(stage.saved, { paused: true });
    return { ...stage, saved: { ...stage.saved, etag } };
  };

  test('goes: a key that two rotations left behind, and that somebody kept too late', async () => {
    const { saved, rotate, look, keys, pass, isThere, healed } = await paused();
    const second = await rotate(saved);
    const third = await rotate(second);
    const fourth = await rotate(third);
    await keys.keep('acme', second.keyId);

    pass(5 * minuteMs);
    await look(saved);

    const stray = { what: 'stray-key-expires', keyId: second.keyId };
    expect(healed).toEqual([
      { event: 'healed', workspace: 'acme', connectorId: saved.id, ...stray },
    ]);
    pass(7 * dayMs);
    expect(await isThere(second.keyId)).toBe(false);
    expect(await isThere(fourth.keyId)).toBe(true);
  });

  test('goes after a week: a key that some hand noted as its own, secret and record', async () => {
    const { saved, look, keys, connectors, seed, pass, isThere } = await paused();
    const { keyId } = await seed('acme');
    await keys.keep('acme', keyId);
    await connectors.transaction('acme', async (drawer) => {
      drawer.putKey(sampleKeyRecord({ keyId, connectorId: saved.id }));
    });

    pass(5 * minuteMs);
    await look(saved);

    pass(6.9 * dayMs);
    expect(await isThere(keyId)).toBe(true);
    pass(0.1 * dayMs);
    expect(await isThere(keyId)).toBe(false);
    expect(await connectors.key('acme', keyId)).toBeUndefined();
  });

  test('is free: a name that it does not bear; no word of it stands in the log', async () => {
    const { saved, look, connectors, save, healed, pass } = await paused();
    await connectors.transaction('acme', async (drawer) => {
      drawer.putName('newsletter', saved.id);
    });

    pass(5 * minuteMs);
    await look(saved);

    expect(healed).toEqual([
      { event: 'healed', workspace: 'acme', connectorId: saved.id, what: 'stray-name-freed' },
    ]);
    expect((await save('Newsletter')).id).toMatch(/^con-/);
    expect((await save('Shop data')).id).toBe('undefined');
  });
});

describe('a name that its connector is not noted for', () => {
  const unnoted = async (noted: string) => {
    const stage = await tendedConnector();
    await stage.edit(stage.saved, { paused: true });
    await stage.connectors.transaction('acme', async (drawer) => {
      drawer.freeName('shop data');
      drawer.putName(noted, stage.saved.id);
    });
    stage.pass(5 * minuteMs);
    return stage;
  };

  test('is noted again: an earlier release may have spelt it otherwise', async () => {
    const { saved, look, save, healed } = await unnoted('shop data, as it was spelt');
    await look(saved);

    const told = { event: 'healed', workspace: 'acme', connectorId: saved.id };
    expect(healed).toEqual([
      { ...told, what: 'stray-name-freed' },
      { ...told, what: 'name-claimed' },
    ]);
    expect((await save('Shop data')).id).toBe('undefined');
    await look(saved);
    expect(healed).toHaveLength(2);
  });

  test('stays whose it is by now', async () => {
    const { saved, look, save, connectors } = await unnoted('shop data, as it was spelt');
    const other = await save('SHOP DATA');

    await look(saved);

    const owner = await connectors.transaction('acme', async (drawer) =>
      drawer.nameOwner('shop data'),
    );
    expect(owner).toBe(other.id);
  });
});

describe('a name that no connector bears', () => {
  test('stands in nobody’s way, whether its owner is gone or is called otherwise', async () => {
    const { saved, connectors, save } = await tendedConnector();
    await connectors.transaction('acme', async (drawer) => {
      drawer.putName('newsletter', saved.id);
      drawer.putName('magazine', 'con-00000000000000000000000009');
    });

    expect((await save('Newsletter')).id).toMatch(/^con-/);
    expect((await save('Magazine')).id).toMatch(/^con-/);
    expect((await save('magazine')).id).toBe('undefined');
  });
});
