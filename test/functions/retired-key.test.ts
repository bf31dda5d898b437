import { describe, expect, onTestFinished, test } from 'vitest';
import { getConnector } from '../../functions/list-connectors/get-connector.ts';
import { listChanges } from '../../functions/list-connectors/list-changes.ts';
import type { Answer } from '../../shared/ports/answer.ts';
import { connectorWithReport } from '../../shared/schemas/connector.ts';
import type { Caller } from '../../shared/schemas/caller.ts';
import { acme, ada, sampleConnector, sampleId, sampleKeyFacts } from '../support/sample-records.ts';
import { type Incident, privateKeyId, scriptedGoogle } from '../support/scripted-google.ts';
import { workshop } from './healing/workshop.ts';

const [minuteMs, hourMs, dayMs] = [60_000, 3_600_000, 86_400_000];
const caller: Caller = { workspace: acme, subject: ada, role: 'viewer' };
const old = sampleKeyFacts();
const fresh = sampleKeyFacts({ privateKeyId, fingerprint: `sha256:${'1'.repeat(64)}` });
const otherAccount = 'other@acme-analytics.iam.gserviceaccount.com';

/** A connector whose key was replaced just now; Google lists both keys, or what the test says. */
async function rotated(to = fresh) {
  const world = { incident: 'fine' as Incident, oldIsListed: true, answer: undefined as unknown };
  const asked: string[] = [];
  const scripted = scriptedGoogle(() => world.incident);
  const google = {
    ...scripted,
    identity: {
      ...scripted.identity,
      certificates: async (email: string, signal: AbortSignal) => {
        asked.push(email);
        if (email === otherAccount && world.answer)
          return world.answer as Answer<Record<string, string>>;
        const answer = await scripted.identity.certificates(email, signal);
        const more = world.oldIsListed ? { [old.privateKeyId]: 'a certificate' } : {};
        return 'value' in answer ? { value: { ...answer.value, ...more } } : answer;
      },
    },
  };
  const shop = workshop(':memory:', '2026-03-02T00:00:00.000Z', { google });
  onTestFinished(() => {
    shop.database.close();
  });
  const { operations, vault, connectors, clock } = shop;
  const { connector } = await operations.save(vault, 'Shop data');
  const { connectorId } = connector;
  await operations.rotate(vault, connectorId, { key: to });
  const stamps = { now: clock.now, newId: () => '' };
  return {
    ...shop,
    world,
    asked,
    connectorId,
    check: async () => shop.look(connectorId),
    told: async () => {
      const answer = await getConnector({ connectorId }, caller, { connectors, stamps });
      return connectorWithReport.parse(answer).retiredKey;
    },
    history: async () => {
      const request = { connectorId, pageSize: 100 };
      const { changes } = await listChanges(request, caller, { connectors, stamps });
      return changes.filter(({ what }) => what === 'old-key-gone');
    },
    put: async (workspace: string, name: string, n = 7, createdAt = clock.now().toISOString()) =>
      connectors.transaction(workspace, async (drawer) => {
        const connectorId = sampleId('connector', n);
        drawer.putConnector(sampleConnector({ connectorId, name, createdAt }));
      }),
  };
}

/** Until its key has proven itself. */
async function proven(to = fresh) {
  const stage = await rotated(to);
  stage.pass(hourMs + 5 * minuteMs);
  expect(await stage.check()).toBe('checked');
  return stage;
}

describe('the key before a rotation, at Google', () => {
  test('may be disabled from the first good check after the hour in which the new one is watched', async () => {
    const { told, check, pass, clock } = await rotated();
    const until = new Date(clock.now().getTime() + 7 * dayMs).toISOString();
    expect(await told()).toEqual({
      privateKeyId: old.privateKeyId,
      clientEmail: old.clientEmail,
      projectId: old.projectId,
      mayBeDisabled: false,
      detail: 'Wait for the first good check after the hour in which the key in use is watched.',
      rollBackUntil: until,
    });
    pass(59 * minuteMs);
    await check();
    expect((await told())?.mayBeDisabled).toBe(false);

    pass(30 * minuteMs);
    await check();
    expect(await told()).toMatchObject({
      mayBeDisabled: true,
      mayBeDisabledSince: clock.now().toISOString(),
      detail: expect.stringContaining('no roll-back can return to it') as unknown,
      rollBackUntil: until,
      gcloud: `gcloud iam service-accounts keys disable ${old.privateKeyId} --iam-account=${old.clientEmail} --project=acme-analytics`,
    });
  });

  test('is needed by nothing when its seven days are over', async () => {
    const { told, pass } = await proven();
    pass(7 * dayMs);
    const answer = await told();
    expect(answer?.detail).not.toContain('roll-back');
    expect(answer).not.toHaveProperty('rollBackUntil');
  });

  test('is kept while the new one fails, and no check proves that one', async () => {
    const { told, check, pass, world } = await rotated();
    world.incident = 'no-jobs';
    pass(2 * hourMs);
    await check();
    expect((await told())?.detail).toMatch(/^Wait/);
    world.incident = 'fine';
    pass(hourMs);
    await check();
    expect((await told())?.mayBeDisabled).toBe(true);
    world.incident = 'no-jobs';
    pass(2 * hourMs);
    await check();
    expect(await told()).toMatchObject({
      mayBeDisabled: false,
      detail: expect.stringContaining('fails') as unknown,
    });
  });

  test('of a paused connector waits until it is resumed', async () => {
    const { told, operations, vault, connectorId } = await rotated();
    await operations.edit(vault, connectorId, { paused: true });
    expect((await told())?.detail).toMatch(/^Resume/);
  });

  test('is not told to be disabled where the same key was uploaded again', async () => {
    const { told } = await proven(sampleKeyFacts());
    expect(await told()).toMatchObject({
      mayBeDisabled: false,
      detail:
        'This connector uses the same key, which was uploaded again: do not disable or delete it.',
    });
  });

  test('THREATS 10: is told the same, however many connectors of another workspace use it', async () => {
    const { told, put } = await proven();
    const alone = await told();
    expect(alone?.mayBeDisabled).toBe(true);
    for (let n = 20; n < 31; n += 1) await put('globex', `Theirs ${String(n)}`, n);
    expect(await told()).toEqual(alone);

    await put(acme, 'Newsletter', 7, sampleConnector().createdAt); // the oldest of all
    const own = await told();
    expect(own?.detail).toContain('“Newsletter”');
    for (let n = 40; n < 51; n += 1) await put('globex', `Theirs ${String(n)}`, n);
    expect(await told()).toEqual(own);
  });

  test('THREATS 10: is never told to be deleted at once: what else uses it may be another workspace’s', async () => {
    const { told, put } = await proven();
    await put('globex', 'Theirs', 20);
    const answer = await told();
    expect(answer?.detail).toMatch(/disable it at Google, which can be taken back/);
    expect(answer?.gcloud).toContain(' keys disable ');
    expect(JSON.stringify(answer)).not.toContain('keys delete');
  });

  test('is not told to be disabled while another connector of the workspace uses it', async () => {
    const { told, put } = await proven();
    await put(acme, 'Newsletter');
    const answer = await told();
    expect(answer).toMatchObject({
      mayBeDisabled: false,
      detail: 'The connector “Newsletter” uses this key: do not disable or delete it.',
    });
    expect(answer).not.toHaveProperty('gcloud');
  });

  test('is gone once Google does not list it; that is told once, with no call of its own', async () => {
    const { told, check, pass, world, asked, history, clock } = await proven();
    world.oldIsListed = false;
    pass(2 * hourMs);
    await check();
    const goneAt = clock.now().toISOString();
    pass(2 * hourMs);
    await check();

    expect(await told()).toEqual({
      privateKeyId: old.privateKeyId,
      clientEmail: old.clientEmail,
      projectId: old.projectId,
      mayBeDisabled: false,
      detail: 'Google does not list this key any more: it was deleted, or disabled.',
      goneAt,
    });
    expect(await history()).toMatchObject([
      { at: goneAt, by: 'service', detail: `${old.privateKeyId} of ${old.clientEmail}` },
    ]);
    expect(asked).toHaveLength(3);
  });

  test('that Google lists again is there again', async () => {
    const { told, check, pass, world } = await proven();
    for (const listed of [false, true]) {
      world.oldIsListed = listed;
      pass(2 * hourMs);
      await check();
    }
    const answer = await told();
    expect(answer).not.toHaveProperty('goneAt');
    expect(answer?.mayBeDisabled).toBe(true);
  });

  test('is not gone because Google does not answer', async () => {
    const { told, check, pass, world } = await proven();
    world.incident = 'down';
    pass(2 * hourMs);
    await check();
    expect(await told()).not.toHaveProperty('goneAt');
  });
});

describe('the key before, of another account', () => {
  const toAnother = { ...fresh, clientEmail: 'new@acme-analytics.iam.gserviceaccount.com' };
  const ofAnother = async () => {
    const stage = await rotated(toAnother);
    await stage.connectors.transaction(acme, async (drawer) => {
      const record = await drawer.connector(stage.connectorId);
      const key = { ...old, clientEmail: otherAccount };
      if (record?.retired) drawer.putConnector({ ...record, retired: { ...record.retired, key } });
    });
    return { ...stage, callsForIt: () => stage.asked.filter((email) => email === otherAccount) };
  };

  test('is asked for once a day', async () => {
    const { check, pass, callsForIt } = await ofAnother();
    for (let hours = 0; hours < 47; hours += 1) {
      pass(90 * minuteMs);
      await check();
    }
    expect(callsForIt()).toHaveLength(3);
  });

  test('is not asked for while Google answers nothing for sure', async () => {
    const { check, pass, world, callsForIt } = await ofAnother();
    world.incident = 'down';
    pass(2 * hourMs);
    await check();
    expect(callsForIt()).toEqual([]);
  });

  const notFound = { error: { code: 404, message: 'Not found', status: 'NOT_FOUND' } };
  const gone = { kind: 'http', operation: 'certificates', httpStatus: 404, body: notFound };
  const down = { ...gone, httpStatus: 503, body: '' };
  test.each([
    ['is gone with its account', gone, true],
    ['is not gone where its account’s list cannot be read', down, false],
  ])('%s', async (_, refusal, expected) => {
    const { check, pass, world, told } = await ofAnother();
    world.answer = { refusal };
    pass(2 * hourMs);
    await check();
    expect((await told())?.goneAt !== undefined).toBe(expected);
  });
});

describe('a roll-back', () => {
  test('to a key that is gone at Google is refused at once, and changes nothing', async () => {
    const { check, pass, world, operations, vault, connectorId, connectors } = await proven();
    world.oldIsListed = false;
    pass(2 * hourMs);
    await check();
    const before = await connectors.connector(acme, connectorId);

    await expect(operations.rollBack(vault, connectorId)).rejects.toMatchObject({
      code: 'previous-key-gone',
      message: expect.stringContaining(old.privateKeyId) as unknown,
    });
    expect(await connectors.connector(acme, connectorId)).toEqual(before);
  });

  test('puts the key that it left out of use: from then on that one is told of', async () => {
    const { told, operations, vault, connectorId } = await proven();
    await operations.rollBack(vault, connectorId);
    expect(await told()).toMatchObject({ privateKeyId, mayBeDisabled: false });
  });
});
