import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Outcome } from './simulate.ts';
import type { Scale } from './script.ts';

/** A part of the fleet for each process, with an instance and a store of its own. */
export async function simulateInProcesses(scale: Scale, processes: number): Promise<Outcome[]> {
  const numbers = Array.from({ length: processes }, (_, number) => number);
  return Promise.all(
    numbers.map(async (number) => {
      const task = JSON.stringify({ scale, part: { of: processes, number } });
      const file = fileURLToPath(new URL('part.ts', import.meta.url));
      const child = fork(file, [task], { execArgv: [], stdio: 'inherit' });
      const outcome = Promise.withResolvers<Outcome>();
      child.once('message', (message) => {
        outcome.resolve(message as Outcome);
      });
      void once(child, 'close').then(([code]) => {
        outcome.reject(new Error(`Part ${String(number)} ended with ${String(code)}.`));
      });
      return outcome.promise;
    }),
  );
}
