import { agreeWithRecord } from '../../../shared/connectors/agree-with-record.ts';
import { ask } from '../../../tools/deployed-service/client.ts';
import type { DeployedFunction } from '../../../tools/deployed-service/deployed-function.ts';
import type { DeployedPlatform } from '../deployed-platform.ts';
import { disagreements, forgottenSecrets } from './disagreements.ts';
import type { Interruptions, Moment } from './interruptions.ts';
import { kept, type Kept } from './kept.ts';
import type { Rehearsed, Stage } from './stage.ts';

export interface Theatre {
  platform: DeployedPlatform;
  interruptions: Interruptions;
  /** Instances that nobody kills. */
  others: Map<string, DeployedFunction>;
}

export interface Scene {
  stage: Stage;
  rehearsed: Rehearsed;
  instance: DeployedFunction;
}

/** Where the process is killed; nowhere in the first, undisturbed run. */
export type Kill = { change: number; moment: Moment } | undefined;

/**
 * The operation once, killed where it is told to; then what the first health check does, and the caller's retry at
 * another instance. Gives what changed at Google until then, and all that is not as it should be.
 */
export async function rehearse(
  { platform, interruptions, others }: Theatre,
  { stage, rehearsed, instance }: Scene,
  kill: Kill,
): Promise<{ changes: string[]; wrong: string[] }> {
  const { call, status, statusOnceDone, signs } = rehearsed;
  const look = async () => kept(platform, stage.workspace);
  let cut = '';
  const end = (body: string) => {
    instance.process.kill('SIGKILL');
    cut = body;
  };
  const changes = interruptions.watch(kill && { ...kill, kill: end });
  const answered = await ask(instance.port, call).catch(() => undefined);
  const made = [...changes];
  interruptions.watch();
  await forget(platform, cut);
  const wrong: string[] = [];
  const note = (found: string[], when: string) => {
    wrong.push(...found.map((each) => `${when}: ${each}`));
  };
  if (answered?.status !== (kill ? undefined : status)) {
    note([`the answer was ${String(answered?.status)} ${answered?.text ?? ''}`], 'killed');
  }

  const left = await look();
  const [done, ...halves] = new Set(Object.values(signs(left)));
  if (halves.length > 0) note([JSON.stringify(signs(left))], 'half-written');
  const answers = made.lastIndexOf('Firestore commit') + 1;
  const committed = answers < made.length || kill?.moment !== 'before';
  if (answers > 0 && done !== committed) note([`done: ${String(done)}`], 'after the kill');
  note(forgottenSecrets(left), 'before any healing');
  if (!kill) note(disagreements(left), 'undisturbed');

  note(await heal(platform, stage, left), 'healing');
  note(disagreements(await look()), 'healed');

  const other = others.get(instance.name);
  const retried = other && (await ask(other.port, call));
  if (retried?.status !== (done ? statusOnceDone : status)) {
    note([`${String(retried?.status)} ${retried?.text ?? ''}`], 'retried');
  }
  const atLast = await look();
  note(disagreements(atLast), 'retried');
  if (Object.values(signs(atLast)).includes(false)) note(['it is not done'], 'retried');
  return { changes: made, wrong };
}

/**
 * What Firestore itself does with a transaction that nobody goes on with, a minute later
 * (https://cloud.google.com/firestore/docs/transaction-data-contention): its locks are free again.
 */
async function forget(
  { firestoreHost, projectId, database }: DeployedPlatform,
  cut: string,
): Promise<void> {
  if (!cut.includes('"transaction"')) return;
  const { transaction } = JSON.parse(cut) as { transaction: string };
  const documents = `projects/${projectId}/databases/${database}/documents`;
  const response = await fetch(`http://${firestoreHost}/v1/${documents}:rollback`, {
    method: 'POST',
    headers: { authorization: 'Bearer owner', 'content-type': 'application/json' },
    body: JSON.stringify({ transaction }),
  });
  if (!response.ok) throw new Error(`The transaction was not undone: ${await response.text()}`);
}

/** What every health check does first, twice: the second time there is nothing to do. */
async function heal(
  { keys, secretManager }: DeployedPlatform,
  { workspace }: Stage,
  { records }: Kept,
): Promise<string[]> {
  const updates = () =>
    secretManager.asked().filter(({ operation }) => operation === 'updateSecret').length;
  const agree = async () =>
    Promise.all(
      records.map(async (record) => agreeWithRecord(workspace, record, keys, new Date())),
    );
  const first = await agree();
  const before = updates();
  await agree();
  return [
    ...first.filter(({ keyLost }) => keyLost).map(() => 'a key is lost'),
    ...(updates() === before ? [] : ['the second time something was left to do']),
  ];
}
