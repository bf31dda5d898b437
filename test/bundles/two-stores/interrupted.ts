import { type Answered, ask, type Call } from '../../../tools/deployed-service/client.ts';
import type { DeployedFunction } from '../../../tools/deployed-service/deployed-function.ts';
import type { DeployedPlatform } from '../deployed-platform.ts';
import type { Interruptions, Moment } from './interruptions.ts';

/** Where the process is killed; nowhere in the first, undisturbed run. */
export type Kill = { change: number; moment: Moment } | undefined;

export interface Theatre {
  platform: DeployedPlatform;
  interruptions: Interruptions;
  /** Instances that nobody kills, by their functions. */
  others: Map<string, DeployedFunction>;
}

/** Asks an instance, and kills it where that is told. Gives what it changed at Google, and its answer if it came to that. */
export async function interrupted(
  { platform, interruptions }: Theatre,
  instance: DeployedFunction,
  call: Call,
  kill: Kill,
): Promise<{ changes: string[]; answered: Answered | undefined }> {
  let cut = '';
  const end = (body: string) => {
    instance.process.kill('SIGKILL');
    cut = body;
  };
  const changes = interruptions.watch(kill && { ...kill, kill: end });
  const answered = await ask(instance.port, call).catch(() => undefined);
  interruptions.watch();
  await forget(platform, cut);
  return { changes, answered };
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
