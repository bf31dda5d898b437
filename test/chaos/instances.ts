import { setTimeout } from 'node:timers/promises';
import { type Answered, ask, type Call } from '../../tools/deployed-service/client.ts';
import type { DeployedFunction } from '../../tools/deployed-service/deployed-function.ts';
import type { DeployedPlatform } from '../bundles/deployed-platform.ts';
import type { Exchanges, Point } from './exchanges.ts';
import type { FirestoreDoor } from './firestore-door.ts';

/** Where the process ends: at an exchange with Google, or after so many milliseconds. */
export type Kill = Point | { afterMs: number };

export interface Asked {
  answered: Answered | undefined;
  /** Meanwhile a process that was killed may have held locks that nobody had freed yet. */
  disturbed: boolean;
  /** Whether the process was killed meanwhile; one that ended by itself has a defect. */
  killed: boolean;
  /** How long the emulator let its process wait for one answer, at the most. In ms. */
  waits: { longest: number; whole: number };
}

export interface Instances {
  /** Asks the instance that is up; it may be killed meanwhile, for this call or for another's. */
  ask: (name: string, call: Call, kill?: Kill) => Promise<Asked>;
  kills: () => number;
  /** These alone from now on, in another environment. */
  restart: (names: string[], variables: Record<string, string>) => Promise<void>;
  stop: () => Promise<void>;
}

interface Instance {
  deployed: DeployedFunction;
  source: string;
  gone?: Promise<void>;
}

interface With {
  platform: DeployedPlatform;
  exchanges: Exchanges;
  door: Pick<FirestoreDoor, 'forget' | 'waits'>;
}

/** One process of each function, and another one where it is killed. */
export async function instances(
  names: string[],
  { platform, exchanges, door }: With,
): Promise<Instances> {
  let addresses = 0;
  let kills = 0;
  let environment: Record<string, string> = {};
  /** The killed whose locks are not free yet, and who was asked meanwhile. */
  let dying = 0;
  const watching = new Set<Asked>();
  const start = async (name: string): Promise<Instance> => {
    addresses += 1;
    const source = `127.1.${String(addresses >> 8)}.${String(addresses & 255)}`;
    const deployed = await platform.deploy(name, { ...environment, REDIRECT_FROM: source });
    return { deployed, source };
  };
  const now = new Map<string, Promise<Instance>>();
  const promote = (name: string): void => {
    const up = start(name);
    now.set(name, up);
    void up.then(({ deployed }) => {
      platform.machines.reach(name, deployed.port);
    });
  };
  const end = (name: string, instance: Instance): void => {
    if (instance.gone) return;
    kills += 1;
    dying += 1;
    for (const each of watching) each.disturbed = true;
    instance.deployed.process.kill('SIGKILL');
    instance.gone = instance.deployed.stop('SIGKILL').then(async () => {
      await door.forget(instance.source);
      dying -= 1;
    });
    promote(name);
  };
  for (const name of names) promote(name);
  await Promise.all(now.values());
  const stopAll = async () => {
    const all = await Promise.all(now.values());
    await Promise.all(all.map(async ({ deployed }) => deployed.stop('SIGKILL')));
  };
  return {
    async ask(name, call, kill) {
      const instance = await now.get(name);
      if (!instance) throw new Error(`There is no ${name}.`);
      const { source, deployed } = instance;
      const asked: Asked = {
        answered: undefined,
        disturbed: dying > 0,
        killed: false,
        waits: { longest: 0, whole: 0 },
      };
      const began = performance.now();
      watching.add(asked);
      const over = new AbortController();
      const kills = kill !== undefined && !exchanges.planned(source);
      const act = () => {
        end(name, instance);
      };
      if (kills && 'exchange' in kill) exchanges.plan(source, kill, act);
      if (kills && 'afterMs' in kill)
        void setTimeout(kill.afterMs, undefined, { signal: over.signal }).then(
          act,
          () => undefined,
        );
      asked.answered = await ask(deployed.port, call).catch(() => undefined);
      over.abort();
      if (kills && 'exchange' in kill) exchanges.spare(source);
      await instance.gone;
      asked.killed = instance.gone !== undefined;
      asked.waits = door.waits(source, began);
      watching.delete(asked);
      return asked;
    },
    kills: () => kills,
    async restart(some, variables) {
      await stopAll();
      environment = variables;
      now.clear();
      for (const name of some) promote(name);
      await Promise.all(now.values());
    },
    stop: stopAll,
  };
}
