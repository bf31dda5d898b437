import { beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../shared/ports/answer.ts';
import type { TableFacts } from '../../shared/ports/warehouse.ts';
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

describe('THREATS 30: GET browse-tables of a table that is larger than is read', () => {
  const tooLarge: Answer<TableFacts> = {
    refusal: { kind: 'transport', operation: 'tables.get', fault: 'too-large' },
  };
  const column = { name: 'email', type: 'STRING', mode: 'NULLABLE', policyTags: [] };

  /** Browses a table of which Google tells this, with what people wrote about its columns, and without. */
  const browseTable = async (described: Answer<TableFacts>, plain: Answer<TableFacts>) => {
    const google = scriptedGoogle(() => 'fine');
    const { asker, seed } = await runningFunctions(
      {},
      {
        ...google,
        openWarehouse: (options) => ({
          ...google.openWarehouse(options),
          table: async (_, asked) => Promise.resolve(asked?.described ? described : plain),
        }),
      },
    );
    const { keyId } = await seed('acme');
    return asker('acme')(`GET browse-tables/?keyId=${keyId}&dataset=crm&table=wide`);
  };
  const facts = (more: object): Answer<TableFacts> => ({
    value: { kind: 'TABLE', columns: [{ ...column, ...more }] },
  });

  test('gives its columns with what is written about them, where that fits', async () => {
    const { json } = await browseTable(facts({ description: 'of a person' }), tooLarge);
    expect(json.columns).toMatchObject([{ column: 'email', description: 'of a person' }]);
  });

  test('gives them without it, where it does not', async () => {
    const { status, json } = await browseTable(tooLarge, facts({}));
    expect(status).toBe(200);
    expect(json.columns).toMatchObject([
      { column: 'email', contactKeys: expect.arrayContaining(['email']) as string[] },
    ]);
  });

  test('says so where not even they fit, and what to do, and not to ask again', async () => {
    const { status, json, headers } = await browseTable(tooLarge, tooLarge);
    expect(status).toBe(422);
    expect(json).toMatchObject({
      code: 'warehouse-refused',
      cause: 'answer-too-large',
      detail:
        'What Google tells of table acme-analytics.crm.wide is more than the 4 MiB that are read here.',
      remedy: { text: 'Choose a view of it that has only the columns that are needed.' },
    });
    expect(headers.get('retry-after')).toBeNull();
  });
});
