import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emulatorJar } from '../../tools/emulators/firestore-emulator.ts';
import { type Hit, scanner, type Seen } from '../support/canary/scanner.ts';
import { asking } from './canary/asking.ts';
import { carelessly } from './canary/careless.ts';
import { collected, filesOfArchives } from './canary/collect.ts';
import { fallsDue, withFaults } from './canary/faults.ts';
import { journey, type Kept } from './canary/journey.ts';
import { newTenant, type Tenant } from './canary/tenant.ts';
import { type Witness, witness } from './canary/witness.ts';
import { type DeployedFunctions, deployedFunctions } from './deployed/deployed-functions.ts';
import { troubles } from './deployed/troubles.ts';
import { ofPrivateKey, type Secret } from '../support/canary/secret.ts';
import { counted, type Collected } from './canary/collect.ts';
import { everySampleKey } from './canary/sample-keys.ts';
import { figures } from './canary/figures.ts';
import { type Broken, whatIsBroken } from './canary/broken.ts';
import { whatIsLoud } from './canary/loud.ts';

const everyFunction = [
  ...['upload-key', 'validate-connection', 'browse-tables', 'save-connector', 'list-connectors'],
  ...['delete-connector', 'check-connector', 'check-connectors', 'settings-page'],
];

/**
 * Marked keys go through every function as it is deployed, and through everything that can fail on their way. Nothing of
 * them, of what was signed with them or of what Google gave for that may lie anywhere but where it belongs.
 */
describe.skipIf(emulatorJar() === undefined)('with Java and Google’s Firestore emulator', () => {
  const wrong = troubles();
  const watched: Witness = witness();
  let deployed: DeployedFunctions;
  let one: Tenant;
  let other: Tenant;
  let kept: Kept;
  let asked: ReturnType<typeof asking>;
  beforeAll(async () => {
    deployed = await deployedFunctions(everyFunction, (host, listener) =>
      watched.around(host, wrong.around(host, listener)),
    );
    [one, other] = [newTenant(deployed.sandbox), newTenant(deployed.sandbox)];
    asked = asking(deployed.platform, deployed.of);
  });
  afterAll(async () => {
    await deployed.close();
  });

  const secrets = (): Secret[] => [
    ...one.key,
    ...other.key,
    ...deployed.privateKeys.flatMap(ofPrivateKey),
    ...watched.secrets(),
  ];
  const everything = async (): Promise<Collected> => ({
    answers: counted(asked.answers),
    'heads and bodies of requests': counted(watched.sent()),
    ...(await collected(deployed.platform)),
    'files of archives': counted(filesOfArchives()),
  });
  const scan = (seen: Seen[]): Hit[] => scanner(secrets())(seen);
  const hitsIn = (found: Collected): Hit[] =>
    scan(Object.values(found).flatMap(({ seen }) => seen));

  test('no secret lies anywhere but where it belongs', async () => {
    const [ask, others] = [asked.as(one.workspace), asked.as(other.workspace)];
    [kept] = await Promise.all([journey(ask, one), journey(others, other)]);
    await everySampleKey(ask, deployed);
    await carelessly(ask, one, kept);
    await withFaults({ deployed, ask, tenant: one, kept, witness: watched, wrong });
    await fallsDue(deployed, one.workspace, kept.connectorId);
    await deployed.platform.machines.pass();
    await deployed.platform.machines.settled();
    for (const path of ['', 'health-summary', 'deleted']) {
      await ask('list-connectors', `GET /${path}`);
      await others('list-connectors', `GET /${path}`);
    }
    await deployed.stop(); // so that all is heard

    const found = await everything();
    const hits = hitsIn(found);

    process.stdout.write(`${figures(found, hits, asked.answers)}\n`);
    expect(hits).toEqual([]);
    const kinds = Object.entries(found).filter(([, { count }]) => count === 0);
    expect(kinds.map(([kind]) => kind)).toEqual([]);
    expect(new Set(watched.secrets().map(({ what }) => what)).size).toBe(2);
  }, 900_000);

  const readsAcross = (): Hit[] => {
    const scans = [
      [one.workspace, scanner(other.words)],
      [other.workspace, scanner(one.words)],
    ] as const;
    return scans.flatMap(([workspace, scan]) =>
      scan(asked.answers.filter((answer) => answer.workspace === workspace)),
    );
  };

  test('no word of one workspace stands in an answer to the other', () => {
    const read = readsAcross();

    process.stdout.write(
      `${String(asked.answers.length)} answers, ${String(read.length)} cross-workspace reads\n`,
    );
    expect(read).toEqual([]);
  });

  let until = 0;
  /** What the stores hold, and what was sent since it was looked at last. */
  const lately = async (): Promise<Seen[]> => {
    const sent = watched.sent().slice(until);
    until += sent.length;
    const stored = Object.values(await collected(deployed.platform));
    return [...sent, ...stored.flatMap(({ seen }) => seen)];
  };
  const broken = (): Broken => {
    return { deployed, tenant: one, other, kept, lately, scan, readsAcross, asked };
  };
  whatIsLoud(broken);
  whatIsBroken(broken);
});
