import { beforeEach, describe, expect, test } from 'vitest';
import { quietLog } from '../support/quiet-log.ts';
import { runningFunctions } from '../support/running-functions.ts';
import { scriptedGoogle } from '../support/scripted-google.ts';

beforeEach(() => {
  quietLog();
});

/** Functions over a Google that counts who signs in. */
async function browsing(browsesAMinute?: number) {
  const google = scriptedGoogle(() => 'fine');
  const asked = { signIns: 0 };
  const identity: typeof google.identity = {
    ...google.identity,
    signIn: async (...given) => {
      asked.signIns += 1;
      return google.identity.signIn(...given);
    },
  };
  const { asker, seed, clock } = await runningFunctions(
    browsesAMinute === undefined ? {} : { browsesAMinute },
    { ...google, identity },
  );
  const browserOf = async (workspace: string) => {
    const { keyId } = await seed(workspace);
    return async (rest = '') => asker(workspace)(`GET browse-tables/?keyId=${keyId}${rest}`);
  };
  return { browserOf, asker, asked, clock };
}

const statusesOf = async (count: number, ask: () => Promise<{ status: number }>) => {
  const answers = await Promise.all(Array.from({ length: count }, ask));
  return answers.map(({ status }) => status).toSorted();
};

describe('THREATS 40 and 43: GET browse-tables', () => {
  test('is answered so often a minute, and Google is asked no more often', async () => {
    const { browserOf, asked, clock } = await browsing(3);
    const browse = await browserOf('acme');

    expect(await statusesOf(5, browse)).toEqual([200, 200, 200, 429, 429]);
    expect(asked.signIns).toBe(3);
    const refused = await browse();
    expect(refused).toMatchObject({ status: 429, json: { code: 'rate-limited' } });
    expect(refused.headers.get('retry-after')).toBe('60');

    clock.moveTo(new Date(clock.now().getTime() + 60_000));
    expect((await browse()).status).toBe(200);
  });

  test('of one workspace leaves another its turns', async () => {
    const { browserOf } = await browsing(1);
    const [acme, globex] = [await browserOf('acme'), await browserOf('globex')];
    await acme();
    expect([(await acme()).status, (await globex()).status]).toEqual([429, 200]);
  });

  test('counts what fails as well', async () => {
    const { asker } = await browsing(2);
    const unknown = async () =>
      asker('acme')('GET browse-tables/?keyId=key-00000000000000000000000000');
    expect(await statusesOf(4, unknown)).toEqual([404, 404, 429, 429]);
  });
});
