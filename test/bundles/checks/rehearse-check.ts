import { ask } from '../../../tools/deployed-service/client.ts';
import type { DeployedFunction } from '../../../tools/deployed-service/deployed-function.ts';
import type { ConnectorRecord } from '../../../shared/schemas/records.ts';
import { healthEvent } from '../../../shared/schemas/health-event.ts';
import { disagreements } from '../two-stores/disagreements.ts';
import { interrupted, type Kill, type Theatre } from '../two-stores/interrupted.ts';
import { kept } from '../two-stores/kept.ts';
import { rotate, save, type Stage } from '../two-stores/stage.ts';
import { machineCall } from './machine-call.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/**
 * A check that finds a connector broken, killed where it is told to; then what the queue and the schedule do: the task
 * once more, at another instance, and a pass. Gives what changed at Google until the kill, and all that is not as it
 * should be.
 */
export async function rehearseCheck(
  { platform, others, ...theatre }: Theatre,
  stage: Stage,
  instance: DeployedFunction,
  kill: Kill,
): Promise<{ changes: string[]; wrong: string[] }> {
  const { machines } = platform;
  const connectorId = await aboutToBreak({ platform, others, ...theatre }, stage);
  const body = JSON.stringify({ workspace: stage.workspace, connectorId });
  const task = await machineCall(machines, 'check-connector', { body });

  const { changes, answered } = await interrupted(
    { platform, others, ...theatre },
    instance,
    task,
    kill,
  );
  const again = await ask(others.get('check-connector')?.port ?? 0, task);
  const passed = await machines.pass();
  const [state, waiting] = await Promise.all([
    kept(platform, stage.workspace),
    platform.connectors.announcements({ limit: 100, before: new Date(Date.now() + dayMs) }),
  ]);

  const [record] = state.records;
  const told = announced(platform, stage.workspace);
  const found: [boolean, string][] = [
    [answered?.status !== (kill ? undefined : 200), `the answer was ${answered?.text ?? 'none'}`],
    [again.status !== 200, `the task once more: ${again.text}`],
    [passed.status !== 200, `the pass: ${passed.text}`],
    [record?.health.state !== 'broken', `its health is ${JSON.stringify(record?.health)}`],
    [Date.parse(record?.nextCheckAt ?? '') <= Date.now(), 'it is due still'],
    [changesOfHealth(state.changes.get(connectorId)) !== 1, 'its history does not say so once'],
    [told.length === 0, 'the world was told nothing'],
    [new Set(told.map(({ id }) => id)).size > 1, 'the world was told of two breaks'],
    [
      told.some(({ data }) => data.to !== 'broken' || !data.cause),
      'the world was told another thing',
    ],
    [waiting.length > 0, 'something is left to be told'],
  ];
  const wrong = found.filter(([is]) => is).map(([, sentence]) => sentence);
  return { changes, wrong: [...wrong, ...disagreements(state)] };
}

/**
 * Saved, rotated by who was killed before the secrets followed, failing for more than five minutes, and due: a check of
 * it changes all that a check can.
 */
async function aboutToBreak({ platform }: Theatre, stage: Stage): Promise<string> {
  const { id, keyId } = await rotate(stage, await save(stage));
  const { keys, connectors } = platform;
  await keys.expire(stage.workspace, keyId, new Date(Date.now() + dayMs));
  await connectors.transaction(stage.workspace, async (drawer) => {
    const record = await drawer.connector(id);
    const previousKey = record?.previous && (await drawer.key(record.previous.keyId));
    if (!record?.previous || !previousKey) throw new Error('It was not rotated.');
    const until = new Date(Date.now() + 6 * dayMs).toISOString(); // rotated a day ago: nobody watches it any more
    drawer.putKey({ ...previousKey, expiresAt: until });
    drawer.putConnector({ ...record, previous: { ...record.previous, until }, ...failing(record) });
  });
  return id;
}

function failing({ health }: ConnectorRecord): Partial<ConnectorRecord> {
  const ago = (minutes: number) => new Date(Date.now() - minutes * minuteMs).toISOString();
  return { health: { ...health, failingSince: ago(6), failures: 1 }, nextCheckAt: ago(1) };
}

function announced({ machines }: Theatre['platform'], workspace: string) {
  return machines.pubSub
    .messages()
    .map(({ data }) => healthEvent.parse(JSON.parse(data.toString())))
    .filter(({ data }) => data.workspace === workspace);
}

const changesOfHealth = (words: string[] = []): number =>
  words.filter((word) => word === 'health-changed').length;
