import { expect } from 'vitest';
import { subscribersEmail } from '../../../support/subscribers-email.ts';
import { asker, type Ask } from '../ask.ts';
import { judge } from '../judge.ts';
import type { ClockedTarget } from '../target.ts';
import type { Scenes } from './scenes.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export interface Moved {
  target: ClockedTarget;
  /** Asks as an editor of a workspace that nobody else has, with a token that is new at that time. */
  at: (ms: number) => Promise<Ask>;
}

export async function moved(
  clocked: () => Promise<ClockedTarget>,
  workspace: string,
): Promise<Moved> {
  const target = await clocked();
  return {
    target,
    async at(ms) {
      target.moveClock(ms);
      return asker(target, workspace);
    },
  };
}

async function uploaded(ask: Ask, { keyFile }: ClockedTarget): Promise<string> {
  const { status, text, json } = await ask('/upload-key/', { file: keyFile('good.json') });
  expect(status, text).toBe(201);
  return String(json.keyId);
}

async function validated(ask: Ask, subject: object): Promise<string> {
  const body = { ...subject, purposes: ['import'], uniqueContactField: subscribersEmail };
  const { json, text } = await ask('/validate-connection/', { body });
  expect(json.readyToSave, text).toBe(true);
  return String(json.validationId);
}

/** What has expired is gone, though nothing has deleted it: the clock is moved, and no deletion runs. */
export const later: Scenes = {
  async 'expiry-validation-31-min'(stage, { expect: wanted }, words) {
    const { target, at } = await moved(stage.clocked, 'half-an-hour');
    const before = await at(0);
    const first = await validated(before, { keyId: await uploaded(before, target) });
    const second = await validated(before, { keyId: await uploaded(before, target) });
    // In time first: what was deleted once the time was over would not come back with it.
    const save = async (minutes: number, name: string, validationId: string) =>
      (await at(minutes * minute))('/save-connector/', { body: { name, validationId } });
    const inTime = await save(29, 'In time', first);
    expect(inTime.status, inTime.text).toBe(201);
    judge({ ...stage, target }, wanted, await save(31, 'Too late', second), words);
    const { connectors } = (await (await at(31 * minute))('/list-connectors/')).json;
    expect((connectors as { name: string }[]).map(({ name }) => name)).toEqual(['In time']);
  },

  async 'expiry-pending-key-25-h'(stage, { expect: wanted }, words) {
    const { target, at } = await moved(stage.clocked, 'a-day');
    const keyId = await uploaded(await at(0), target);
    const path = `/browse-tables/?keyId=${keyId}`;
    expect((await (await at(23 * hour))(path)).status).toBe(200); // so it is the time, and nothing else
    judge({ ...stage, target }, wanted, await (await at(25 * hour))(path), words);
  },

  async 'shared-key-rotate'(stage, { expect: wanted }, words) {
    const { target, at } = await moved(stage.clocked, 'one-key-twice');
    const ask = await at(0);
    const keyId = await uploaded(ask, target);
    const saved = async (name: string) => {
      const validationId = await validated(ask, { keyId });
      return (await ask('/save-connector/', { body: { name, validationId } })).json;
    };
    const one = await saved('One');
    expect(await saved('Two')).toMatchObject({ status: 409, code: 'key-in-use' });
    const again = await validated(ask, { keyId: await uploaded(ask, target) }); // the same file
    const body = { name: 'Two', validationId: again };
    const two = (await ask('/save-connector/', { body })).json;
    const other = await validated(ask, { keyId: await uploaded(ask, target) });
    const rotated = await ask(`/save-connector/${String(one.connectorId)}`, {
      method: 'PUT',
      body: { validationId: other },
      etag: one.etag,
    });
    expect(rotated.status, rotated.text).toBe(200);

    const after = await at(8 * day);
    const answer = await after('/validate-connection/', {
      body: { connectorId: two.connectorId, purposes: ['import'] },
    });
    judge({ ...stage, target }, wanted, answer, words);
    const checks = answer.json.checks as { id: string; outcome: string }[];
    const ofKey = checks.filter(({ id }) => /^[AB]/.test(id));
    expect(ofKey.length).toBeGreaterThan(4);
    for (const { outcome } of ofKey) expect(['passed', 'warning']).toContain(outcome);
  },
};
