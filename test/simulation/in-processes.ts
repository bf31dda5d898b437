import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Outcome } from './simulate.ts';
import type { Scale } from './script.ts';

/** A part of the fleet for each process, with an instance and a store of its own. Where one fails, all end. */
export async function simulateInProcesses(scale: Scale, processes: number): Promise<Outcome[]> {
  const file = fileURLToPath(new URL('part.ts', import.meta.url));
  const children = Array.from({ length: processes }, (_, number) => {
    const task = JSON.stringify({ scale, part: { of: processes, number } });
    return fork(file, [task], { execArgv: [], stdio: 'inherit' });
  });
  try {
    return await Promise.all(children.map(async (child) => outcomeOf(child)));
  } finally {
    for (const child of children) child.kill();
  }
}

async function outcomeOf(child: ChildProcess): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => {
      resolve(message as Outcome);
    });
    child.once('close', (code, signal) => {
      reject(new Error(`A part of the simulation ended with ${String(signal ?? code)}.`));
    });
  });
}
