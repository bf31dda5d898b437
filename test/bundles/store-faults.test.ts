import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answered, ask } from '../../tools/deployed-service/client.ts';
import type { DeployedFunction } from '../../tools/deployed-service/deployed-function.ts';
import { emulatorJar } from '../../tools/emulators/firestore-emulator.ts';
import { type DeployedPlatform, deployedPlatform, noBigQuery } from './deployed-platform.ts';
import { type Trouble, type Troubles, troubles } from './deployed/troubles.ts';
import { type MakeWish, type Wish, type Wished, wished, wishes } from './deployed/wishes.ts';
import { disagreements } from './two-stores/disagreements.ts';
import { kept } from './two-stores/kept.ts';

const firestore = 'firestore.googleapis.com';
const secretManager = 'secretmanager.googleapis.com';
const passing: Record<string, Trouble['answer']> = {
  UNAVAILABLE: { status: 503, word: 'UNAVAILABLE' },
  RESOURCE_EXHAUSTED: { status: 429, word: 'RESOURCE_EXHAUSTED' },
  ABORTED: { status: 409, word: 'ABORTED' },
  INTERNAL: { status: 500, word: 'INTERNAL' },
  silence: 'silence',
  'broken connections': 'broken',
};
const denied = { status: 403, word: 'PERMISSION_DENIED' };

describe.skipIf(emulatorJar() === undefined)('with Java and Google’s Firestore emulator', () => {
  let platform: DeployedPlatform;
  let newWish: MakeWish;
  let functions: Map<string, DeployedFunction>;
  const wrong: Troubles = troubles();
  beforeAll(async () => {
    platform = await deployedPlatform({ sandbox: noBigQuery, around: wrong.around });
    newWish = wishes(platform);
    const started = await Promise.all(wished.map(async (name) => platform.deploy(name)));
    functions = new Map(started.map((each) => [each.name, each]));
  });
  afterAll(async () => {
    await Promise.all([...functions.values()].map(async ({ stop }) => stop()));
    await platform.close();
  });

  /** What is answered while it is so, within which time, and what to the same again when it is over. */
  async function during(trouble: Trouble, { of, call, workspace }: Wish) {
    const port = functions.get(of)?.port ?? 0;
    const began = performance.now();
    const callOff = wrong.begin(trouble);
    const answered = await ask(port, call);
    const inTime = performance.now() - began < 30_000;
    callOff();
    const left = await kept(platform, workspace);
    return { answered, inTime, left, again: await ask(port, call) };
  }

  const told = ({ status, json, headers }: Answered) =>
    [status, json.code, 'retry-after' in headers ? 'come again' : ''].join(' ').trim();

  test('what passes is answered with 503 in time, and leaves nothing half kept', async () => {
    const cases = Object.entries(passing).flatMap(([name, answer]) =>
      wished.flatMap((of) =>
        [firestore, secretManager].map((host) => ({ name, answer, of, host })),
      ),
    );

    const results = await Promise.all(
      cases.map(async ({ name, answer, of, host }) => {
        const wish = await newWish(of, `${name}-${host}`);
        const { workspace, keyId, status } = wish;
        const about = host === firestore || of === 'upload-key' ? workspace : keyId;
        if (host === secretManager && !wish.asksVault) return [];
        const { answered, inTime, left, again } = await during({ host, about, answer }, wish);
        const half = host === firestore ? left.records.length + left.names.size : 0;
        const lasting = [...left.secrets.values()].filter(({ expiry }) => expiry === undefined);
        const atLast = disagreements(await kept(platform, workspace));
        const seen = [told(answered), inTime, half, lasting.length, status.includes(again.status)];
        const right = ['503 store-unavailable come again', true, 0, 0, true];
        return JSON.stringify([seen, atLast]) === JSON.stringify([right, []])
          ? []
          : [{ name, host, of, seen, again: again.text, atLast }];
      }),
    );

    expect(results.flat()).toEqual([]);
  });

  test.each<[Wished, string, string, string]>([
    ['upload-key', firestore, 'datastore.entities.update', 'connectors'],
    ['save-connector', firestore, 'datastore.entities.update', 'connectors'],
    ['list-connectors', firestore, 'datastore.entities.list', 'connectors'],
    ['browse-tables', firestore, 'datastore.entities.get', 'connectors'],
    ['upload-key', secretManager, 'secretmanager.secrets.create', 'projects/demo-connectors'],
    [
      'save-connector',
      secretManager,
      'secretmanager.secrets.get',
      'projects/demo-connectors/secrets/bqc-',
    ],
    [
      'browse-tables',
      secretManager,
      'secretmanager.versions.access',
      'projects/demo-connectors/secrets/bqc-',
    ],
  ])(
    '%s, denied by %s, is 500, and tells the operator of %s on %s',
    async (of, host, permission, resource) => {
      const wish = await newWish(of, `denied-${host}`);
      const about = host === firestore || of === 'upload-key' ? wish.workspace : wish.keyId;

      const { answered, inTime } = await during({ host, about, answer: denied }, wish);

      expect([told(answered), inTime]).toEqual(['500 internal', true]);
      expect(answered.text).not.toContain(permission);
      await expect
        .poll(() => operatorsLines(wish.workspace))
        .toEqual([
          {
            error: 'PermissionDenied',
            permission,
            resource: expect.stringContaining(resource) as unknown,
          },
        ]);
    },
  );

  test('a commit that was made and not answered makes one connector', async () => {
    const wish = await newWish('save-connector', 'acted-and-unsaid');
    const trouble = {
      host: firestore,
      about: ':commit',
      answer: 'broken',
      afterActing: true,
    } as const;
    const { answered, inTime, again } = await during(trouble, wish);

    expect([[200, 201, 503].includes(answered.status), inTime]).toEqual([true, true]);
    expect(again.status).toBe(200);
    const state = await kept(platform, wish.workspace);
    expect([state.records.length, disagreements(state)]).toEqual([1, []]);
  });

  /** What was logged as an error about a workspace. */
  function operatorsLines(workspace: string) {
    return platform
      .logs()
      .flatMap(({ content }) => content.split('\n'))
      .filter((line) => line.includes('"severity":"ERROR"') && line.includes(`"${workspace}"`))
      .map((line) => {
        const { facts } = JSON.parse(line) as { facts: Record<string, string> };
        return { error: facts.error, permission: facts.permission, resource: facts.resource };
      });
  }
});
