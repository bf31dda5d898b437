import { agreeWithRecord } from '../../../shared/connectors/agree-with-record.ts';
import { ask } from '../../../tools/deployed-service/client.ts';
import type { DeployedFunction } from '../../../tools/deployed-service/deployed-function.ts';
import type { DeployedPlatform } from '../deployed-platform.ts';
import { disagreements, forgottenSecrets } from './disagreements.ts';
import { interrupted, type Kill, type Theatre } from './interrupted.ts';
import { kept, type Kept } from './kept.ts';
import type { Operation } from './operations.ts';
import type { Stage } from './stage.ts';

/**
 * An operation once, killed where it is told to; then what the first health check does, and the caller's retry at
 * another instance. Gives what changed at Google until the kill, and all that is not as it should be.
 */
export async function rehearse(
  theatre: Theatre,
  { of, prepare }: Operation,
  stage: Stage,
  instance: DeployedFunction,
  kill: Kill,
): Promise<{ changes: string[]; wrong: string[] }> {
  const { platform, others } = theatre;
  const { call, status, statusOnceDone, signs } = await prepare(stage);
  const wrong: string[] = [];
  const note = (when: string, found: string[]) => {
    wrong.push(...found.map((each) => `${when}: ${each}`));
  };

  const { changes, answered } = await interrupted(theatre, instance, call, kill);
  if (answered?.status !== (kill ? undefined : status)) {
    note('the answer', [`${String(answered?.status)} ${answered?.text ?? ''}`]);
  }

  const left = await kept(platform, stage.workspace);
  const seen = signs(left);
  const done = seen.record === true;
  if (new Set(Object.values(seen)).size > 1) note('half-written', [JSON.stringify(seen)]);
  if (done !== isCommitted(changes, kill)) note('the record', [done ? 'changed' : 'unchanged']);
  note('before any healing', forgottenSecrets(left));
  if (!kill) note('undisturbed', disagreements(left));

  note('healing', await heal(platform, stage, left));
  note('healed', disagreements(await kept(platform, stage.workspace)));

  const retried = await ask(others.get(of)?.port ?? 0, call);
  if (retried.status !== (done ? statusOnceDone : status)) {
    note('the retry', [`${String(retried.status)} ${retried.text}`]);
  }
  const atLast = await kept(platform, stage.workspace);
  note('after the retry', disagreements(atLast));
  if (Object.values(signs(atLast)).includes(false)) note('after the retry', ['it is not done']);
  return { changes, wrong };
}

/** Each of these operations commits once, after its turn. */
function isCommitted(changes: string[], kill: Kill): boolean {
  const commits = changes.flatMap((each, at) => (each === 'Firestore commit' ? [at + 1] : []));
  const commit = commits[1] ?? 0;
  return commit > 0 && (commit < changes.length || kill?.moment !== 'before');
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
    Promise.all(records.map(async (record) => agreeWithRecord(workspace, record, keys)));
  const first = await agree();
  const before = updates();
  await agree();
  return [
    ...first.filter(({ keyLost }) => keyLost).map(() => 'a key is lost'),
    ...(updates() === before ? [] : ['the second time something was left to do']),
  ];
}
