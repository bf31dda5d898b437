import { once } from 'node:events';
import { type Answered, ask, type Call } from '../../../tools/deployed-service/client.ts';
import type { DeployedFunction } from '../../../tools/deployed-service/deployed-function.ts';
import type { Gate } from './gate.ts';

/** Asks an instance that the platform ends while it waits for Google. Gives its answer, and how it ended. */
export async function endedMeanwhile(
  instance: DeployedFunction,
  call: Call,
  waitsFor: Gate,
): Promise<{ answered: Answered; ending: unknown[] }> {
  const ended = once(instance.process, 'close');
  const held = waitsFor.holdNext();
  const answered = ask(instance.port, call);
  const letThrough = await held;
  instance.process.kill('SIGTERM');
  while (await isOpen(instance.port)); // the signal arrives when it does
  letThrough();
  return { answered: await answered, ending: await ended };
}

async function isOpen(port: number): Promise<boolean> {
  return ask(port, { method: 'OPTIONS', path: '/' }).then(
    () => true,
    () => false,
  );
}
