import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answered, ask } from '../../tools/deployed-service/client.ts';
import type { DeployedFunction } from '../../tools/deployed-service/deployed-function.ts';
import { emulatorJar } from '../../tools/emulators/firestore-emulator.ts';
import { type DeployedPlatform, deployedPlatform, noBigQuery } from './deployed-platform.ts';
import { type Trouble, type Troubles, troubles } from './deployed/troubles.ts';
import { operatorsLines } from './deployed/operators-lines.ts';
import { type MakeWish, type Wish, type Wished, wished, wishes } from './deployed/wishes.ts';
import { disagreements } from './two-stores/disagreements.ts';
import { kept } from './two-stores/kept.ts';

const firestore = 'firestore.googleapis.com';
const secretManager = 'secretmanager.googleapis.com';
const passing = {
  UNAVAILABLE: { status: 503, word: 'UNAVAILABLE' },
  RESOURCE_EXHAUSTED: { status: 429, word: 'RESOURCE_EXHAUSTED' },
  ABORTED: { status: 409, word: 'ABORTED' },
  INTERNAL: { status: 500, word: 'INTERNAL' },
  silence: 'silence',
  'broken connections': 'broken',
} as const;
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

  const portOf = (of: string) => functions.get(of)?.port ?? 0;

  /** What is answered while a host answers so to all that is asked about a wish. */
  async function during(host: string, answer: Trouble['answer'], wish: Wish) {
    const { of, call, workspace, keyId } = wish;
    const about = host === firestore || of === 'upload-key' ? workspace : keyId;
    const callOff = wrong.begin({ host, about, answer });
    const began = performance.now();
    const answered = await ask(portOf(of), call);
    const inTime = performance.now() - began < 30_000;
    callOff();
    return { answered, inTime };
  }

  const told = ({ status, json, headers }: Answered) => {
    const { code, detail } = json as Record<string, string>;
    const again = 'retry-after' in headers ? ' come again' : '';
    return `${String(status)} ${code ?? ''}${again}: ${detail ?? ''}`;
  };

  test('what passes is answered with 503 in time, and leaves nothing half kept', async () => {
    const ofFirestore = Object.entries(passing).flatMap(([name, answer]) =>
      wished.map((of) => ({ host: firestore, name, of, answer, who: 'the store' })),
    );
    const ofVault = (['UNAVAILABLE', 'silence'] as const).flatMap((name) =>
      (['upload-key', 'save-connector', 'browse-tables'] as const).map((of) => {
        const answer = passing[name];
        return { host: secretManager, name, of, answer, who: 'the vault of keys' };
      }),
    );

    const troubled = await Promise.all(
      [...ofFirestore, ...ofVault].map(async ({ host, name, of, answer, who }) => {
        const wish = await newWish(of, `${name}-${host}`);
        const { answered, inTime } = await during(host, answer, wish);
        const right = `503 store-unavailable come again: Try again soon: ${who} does not answer now.`;
        const wrong = told(answered) === right && inTime ? [] : [told(answered)];
        const left = await kept(platform, wish.workspace);
        const half = left.records.length + left.names.size;
        if (host === firestore && half > 0) wrong.push('half kept');
        return { wish, where: `${name} of ${host} for ${of}`, wrong };
      }),
    );

    const found = [];
    // One after the other: the emulator's transactions bar each other even from one workspace to another.
    for (const { wish, where, wrong } of troubled) {
      const again = await ask(portOf(wish.of), wish.call);
      const agree = disagreements(await kept(platform, wish.workspace));
      const right = wish.status.includes(again.status);
      found.push(
        ...[...wrong, ...(right ? [] : [told(again)]), ...agree].map((each) => `${where}: ${each}`),
      );
    }
    expect(found).toEqual([]);
  });

  test.each<[Wished, string, string, string]>([
    ['upload-key', firestore, 'datastore.entities.update', 'connectors'],
    ['save-connector', firestore, 'datastore.entities.update', 'connectors'],
    ['list-connectors', firestore, 'datastore.entities.list', 'connectors'],
    ['browse-tables', firestore, 'datastore.entities.update', 'connectors'],
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

      const { answered, inTime } = await during(host, denied, wish);

      expect([answered.status, answered.json.code, inTime]).toEqual([500, 'internal', true]);
      expect(answered.text).not.toContain(permission);
      await expect
        .poll(() => operatorsLines(platform, wish.workspace))
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
    const callOff = wrong.begin({
      host: firestore,
      about: '/connectors/con-', // not the turn, which is committed before
      answer: 'broken',
      afterActing: true,
      times: 1,
    });
    const { status } = await ask(portOf(wish.of), wish.call);
    callOff();
    const again = await ask(portOf(wish.of), wish.call);

    expect([status, again.status]).toEqual([200, 200]);
    const state = await kept(platform, wish.workspace);
    expect([state.records.length, disagreements(state)]).toEqual([1, []]);
  });
});
