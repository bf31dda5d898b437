import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emulatorJar } from '../../tools/emulators/firestore-emulator.ts';
import { type Checkers, checkers } from './checks/checkers.ts';
import { dueConnectors } from './checks/due-connectors.ts';
import { meeting } from './checks/meeting.ts';
import { strangersAreRefused } from './checks/strangers.ts';
import { noBigQuery } from './deployed-platform.ts';
import { troubles } from './deployed/troubles.ts';

describe.skipIf(emulatorJar() === undefined)('with Java and Google’s Firestore emulator', () => {
  const wrong = troubles();
  const meet = meeting('firestore.googleapis.com');
  let tried: number[] = [];
  let checking: Checkers;
  let task: string;
  beforeAll(async () => {
    checking = await checkers({
      sandbox: noBigQuery,
      queue: { firstPauseMs: 1, tried: (_, status) => tried.push(status) },
      around: (host, listener) => wrong.around(host, meet.around(host, listener)),
    });
    const [record] = await dueConnectors(checking.platform, 'strange', 1);
    task = JSON.stringify({ workspace: 'strange', connectorId: record?.connectorId });
  });
  afterAll(async () => {
    await checking.close();
  });

  beforeEach(() => {
    tried = [];
  });

  const stored = async (workspace: string) =>
    checking.platform.connectors.connectors(workspace, { limit: 10 });

  strangersAreRefused(
    () => checking,
    () => task,
  );

  test('of all that, nothing came', async () => {
    const [record] = await stored('strange');

    expect(record?.health.failures).toBeUndefined();
    expect(Date.parse(record?.nextCheckAt ?? '')).toBeLessThan(Date.now());
    expect(checking.platform.machines.cloudTasks.asked()).toBe(0);
  });

  test('a pass that comes twice at once has each connector checked once', async () => {
    const { machines } = checking.platform;
    await dueConnectors(checking.platform, 'twice', 4);

    meet.gather('record.nextCheckAt', 2); // both see what is due before any of it is checked
    const passes = await Promise.all([machines.pass(), machines.pass()]);
    await machines.settled();

    expect(passes.map(({ status }) => status)).toEqual([200, 200]);
    const sum = (of: string) => passes.reduce((all, { json }) => all + Number(json[of]), 0);
    expect([sum('added'), sum('known')]).toEqual([5, 5]); // with the one that is left from above
    expect(tried).toEqual([200, 200, 200, 200, 200]);
    expect((await stored('twice')).map(({ health }) => health.failures)).toEqual([1, 1, 1, 1]);
  });

  test('what a pass left to the queue goes on where it was left', async () => {
    const [first, second] = await dueConnectors(checking.platform, 'left', 2);
    const { connectorId, nextCheckAt } = first ?? {};
    const body = JSON.stringify({ after: { workspace: 'left', connectorId, nextCheckAt } });

    const { status, json } = await checking.ask('check-connectors', { body });
    await checking.platform.machines.settled();

    expect([status, json.added]).toEqual([200, 1]);
    const checked = (await stored('left')).filter(({ health }) => health.failures === 1);
    expect(checked.map((each) => each.connectorId)).toEqual([second?.connectorId]);
    await checking.platform.machines.pass(); // from the beginning, for the tests after this one
    await checking.platform.machines.settled();
  });

  test('a task that is delivered twice at once is counted once, and over both times', async () => {
    const [record] = await dueConnectors(checking.platform, 'contended', 1);
    const body = JSON.stringify({ workspace: 'contended', connectorId: record?.connectorId });

    meet.gather('readWrite', 2);
    const answers = await Promise.all([
      checking.ask('check-connector', { body }),
      checking.ask('check-connector', { body }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers.map(({ json }) => String(json.outcome)).toSorted()).toEqual([
      'checked',
      'overtaken',
    ]);
    expect((await stored('contended')).map(({ health }) => health.failures)).toEqual([1]);
  });

  test('a task for what is not there any more is over at once', async () => {
    const body = JSON.stringify({ workspace: 'acme', connectorId: `con-${'0'.repeat(26)}` });
    const { status, json } = await checking.ask('check-connector', { body });

    expect([status, json]).toEqual([200, { outcome: 'gone' }]);
  });

  test('a task that nobody can read is ended by the attempts of its queue', async () => {
    const { machines } = checking.platform;
    const { TASK_QUEUE: queue, TASK_INVOKER, CHECK_CONNECTOR_URL: url } = machines.variables;
    await machines.cloudTasks.createTask(queue, {
      task: {
        name: `${queue}/tasks/of-another-version`,
        httpRequest: {
          url,
          httpMethod: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: Buffer.from('{"connector":"con-1"}').toString('base64'),
          oidcToken: { serviceAccountEmail: TASK_INVOKER, audience: url },
        },
      },
    });
    await machines.settled();

    expect(tried).toEqual([400, 400, 400, 400, 400]);
    expect(machines.cloudTasks.tasks()).toEqual([]);
  });

  test('a check that meets trouble of ours is delivered again, and done then', async () => {
    const { machines } = checking.platform;
    const [record] = await dueConnectors(checking.platform, 'troubled', 1);
    const callOff = wrong.begin({
      host: 'secretmanager.googleapis.com',
      about: record?.keyId ?? '',
      answer: { status: 503, word: 'UNAVAILABLE' },
      times: 6, // so often the vault asks before it says so
    });
    await machines.pass();
    await machines.settled();
    callOff();

    expect(tried).toEqual([503, 200]);
    expect((await stored('troubled')).map(({ health }) => health.failures)).toEqual([1]);
  });
});
