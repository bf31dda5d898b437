import { beforeEach, describe, expect, test } from 'vitest';
import { quietLog } from '../support/quiet-log.ts';
import { runningFunctions } from '../support/running-functions.ts';

beforeEach(() => {
  quietLog();
});

/** Seven connectors of acme, saved a second after one another, and one of globex. */
async function workspaces() {
  const running = await runningFunctions();
  const ask = running.asker('acme');
  const save = async (workspace: string, name: string, outcome: 'passed' | 'warning') => {
    const { validationId } = await running.seed(workspace, { report: { outcome } as never });
    await running.asker(workspace)('POST save-connector/', { body: { name, validationId } });
    running.clock.moveTo(new Date(running.clock.now().getTime() + 1000));
  };
  for (const number of [1, 2, 3, 4, 5, 6, 7]) {
    await save('acme', `Shop ${String(number)}`, number % 2 === 0 ? 'passed' : 'warning');
  }
  await save('globex', 'Secret plans', 'passed');
  return { ...running, ask };
}

interface Listed {
  connectorId: string;
  etag: string;
}

const namesOf = (json: Record<string, unknown>) =>
  (json.connectors as { name: string }[]).map(({ name }) => name);

describe('GET list-connectors', () => {
  test('gives the workspace’s own, newest first, a page at a time, to viewers too', async () => {
    const { asker } = await workspaces();
    const ask = asker('acme', 'viewer');
    const pages: string[][] = [];

    let path = 'GET list-connectors/?pageSize=3';
    for (let token: unknown = ''; token !== undefined;) {
      const { json } = await ask(path);
      pages.push(namesOf(json));
      token = json.nextPageToken;
      path = `GET list-connectors/?pageSize=3&pageToken=${String(token)}`;
    }

    expect(pages).toEqual([
      ['Shop 7', 'Shop 6', 'Shop 5'],
      ['Shop 4', 'Shop 3', 'Shop 2'],
      ['Shop 1'],
    ]);
  });

  test('counts them by health, for viewers too, and none of another workspace', async () => {
    const { asker } = await workspaces();
    const { status, json } = await asker('acme', 'viewer')('GET list-connectors/health-summary');
    expect({ status, json }).toEqual({
      status: 200,
      json: { healthy: 3, degraded: 4, broken: 0, unknown: 0, paused: 0 },
    });
    const none = { healthy: 0, degraded: 0, broken: 0, unknown: 0, paused: 0 };
    expect((await asker('nobodys')('GET list-connectors/health-summary')).json).toEqual(none);
  });

  test('filters by health and by a part of the name', async () => {
    const { ask } = await workspaces();

    expect(namesOf((await ask('GET list-connectors/?health=healthy')).json)).toEqual([
      'Shop 6',
      'Shop 4',
      'Shop 2',
    ]);
    expect(namesOf((await ask('GET list-connectors/?query=SHOP%205')).json)).toEqual(['Shop 5']);
    expect(namesOf((await ask('GET list-connectors/?query=(a%2B)%2B%24')).json)).toEqual([]);
  });

  test('what is paused is counted and listed apart, and has no next check', async () => {
    const { ask } = await workspaces();
    const [shop] = (await ask('GET list-connectors/?query=shop%206')).json.connectors as Listed[];
    expect(shop).toHaveProperty('nextCheckAt');
    const { connectorId = '', etag } = shop ?? {};
    await ask(`PUT save-connector/${connectorId}`, { body: { paused: true }, etag });

    expect(namesOf((await ask('GET list-connectors/?health=paused')).json)).toEqual(['Shop 6']);
    expect(namesOf((await ask('GET list-connectors/?health=healthy')).json)).not.toContain(
      'Shop 6',
    );
    expect((await ask('GET list-connectors/health-summary')).json).toMatchObject({
      healthy: 2,
      paused: 1,
    });
    expect((await ask(`GET list-connectors/${connectorId}`)).json).not.toHaveProperty(
      'nextCheckAt',
    );
  });

  test('a page of a search goes on where it ended', async () => {
    const { ask } = await workspaces();
    const first = (await ask('GET list-connectors/?query=shop&pageSize=5')).json;
    const second = (
      await ask(
        `GET list-connectors/?query=shop&pageSize=5&pageToken=${String(first.nextPageToken)}`,
      )
    ).json;

    expect([...namesOf(first), ...namesOf(second)]).toEqual(
      [7, 6, 5, 4, 3, 2, 1].map((n) => `Shop ${String(n)}`),
    );
    expect(second.nextPageToken).toBeUndefined();
  });

  test('THREATS 15: a page token serves its own workspace and query only', async () => {
    const { ask, asker } = await workspaces();
    const { nextPageToken } = (await ask('GET list-connectors/?pageSize=2')).json;

    for (const [asking, path] of [
      [asker('globex'), `?pageToken=${String(nextPageToken)}`],
      [ask, `?pageToken=${String(nextPageToken)}&health=healthy`],
      [ask, '?pageToken=x'],
      [ask, `?pageToken=${'A'.repeat(6000)}`],
    ] as const) {
      expect((await asking(`GET list-connectors/${path}`)).status).toBe(400);
    }
  });

  test.each([
    'pageSize=0',
    'pageSize=101',
    'pageSize=x',
    'health=fine',
    'query=' + 'x'.repeat(101),
    'what=ever',
    'pageSize=1&pageSize=2',
  ])('refuses ?%s and names the parameter', async (query) => {
    const { asker } = await runningFunctions();
    const { status, json } = await asker('acme')(`GET list-connectors/?${query}`);
    expect({ status, errors: json.errors }).toMatchObject({
      status: 400,
      errors: [{ in: 'query', pointer: `/${query.split('=')[0] ?? ''}` }],
    });
  });
});

describe('GET list-connectors/deleted', () => {
  test('tells viewers too what can be restored, until when, and who deleted it', async () => {
    const { ask, asker, clock } = await workspaces();
    const listed = (await ask('GET list-connectors/?pageSize=3')).json.connectors as Listed[];
    for (const { connectorId, etag } of listed) {
      await ask(`DELETE delete-connector/${connectorId}`, { etag });
      clock.moveTo(new Date(clock.now().getTime() + 1000));
    }
    const look = asker('acme', 'viewer');

    const first = (await look('GET list-connectors/deleted?pageSize=2')).json;
    const path = `GET list-connectors/deleted?pageSize=2&pageToken=${String(first.nextPageToken)}`;
    const second = (await look(path)).json;

    const [last] = first.connectors as Record<string, string>[];
    expect(last).toEqual({
      connectorId: listed[2]?.connectorId,
      name: 'Shop 5',
      deletedAt: new Date(clock.now().getTime() - 1000).toISOString(),
      deletedBy: 'ada',
      restoreUntil: new Date(clock.now().getTime() - 1000 + 7 * 86_400_000).toISOString(),
    });
    expect([...namesOf(first), ...namesOf(second)]).toEqual(['Shop 5', 'Shop 6', 'Shop 7']);
    expect(second).not.toHaveProperty('nextPageToken');
    expect((await asker('globex')('GET list-connectors/deleted')).json).toEqual({ connectors: [] });
  });
});

describe('GET list-connectors/{id}', () => {
  test('gives one with its latest report', async () => {
    const { ask } = await workspaces();
    const [{ connectorId } = { connectorId: '' }] = (await ask('GET list-connectors/')).json
      .connectors as { connectorId: string }[];

    const { status, json } = await ask(`GET list-connectors/${connectorId}`);

    expect({ status, json }).toMatchObject({
      status: 200,
      json: { connectorId, name: 'Shop 7', latestReport: { outcome: 'warning' } },
    });
  });

  test.each([
    'con-1',
    'CON-00000000000000000000000000',
    '..%2F..%2Fglobex',
    'con-00000000000000000000000000%00',
    '__id7__',
  ])('THREATS 16: %s is no connector', async (id) => {
    const { asker } = await runningFunctions();
    expect(await asker('acme')(`GET list-connectors/${id}`)).toMatchObject({
      status: 404,
      json: { code: 'connector-not-found' },
    });
  });
});
