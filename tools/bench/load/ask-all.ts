import http from 'node:http';
import { type Answered, ask, type Call } from '../../deployed-service/client.ts';

export interface Loop {
  /** How many ask, each one request after the other. */
  clients: number;
  /** Until then. */
  until: () => boolean;
  nextCall: () => Call;
  /** Hears of each answer and how long it took, in ms. */
  heard: (answered: Answered, ms: number) => void;
}

/** A closed loop: who is answered asks again. What is not answered at all is an error. */
export async function askAll(
  port: number,
  { clients, until, nextCall, heard }: Loop,
): Promise<void> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: clients });
  const client = async () => {
    while (!until()) {
      const began = performance.now();
      heard(await persistently(port, nextCall(), agent), performance.now() - began);
    }
  };
  try {
    await Promise.all(Array.from({ length: clients }, client));
  } finally {
    agent.destroy();
  }
}

/** A connection that lay idle may be closed just as it is used again; that is no fault of who closed it. */
async function persistently(port: number, call: Call, agent: http.Agent): Promise<Answered> {
  try {
    return await ask(port, call, agent);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') throw error;
    return ask(port, call);
  }
}

export const forMs = (ms: number): (() => boolean) => {
  const end = performance.now() + ms;
  return () => performance.now() >= end;
};

export const inTurn = <T>(all: [T, ...T[]]): (() => T) => {
  let next = 0;
  return () => all[next++ % all.length] ?? all[0];
};

/** Of sorted figures the one below which such a share lies. */
export function percentile(figures: number[], share: number): number {
  const sorted = figures.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}
