import { readFile, mkdtemp, rm } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { type DeployedPlatform, deployedPlatform } from '../bundles/deployed-platform.ts';
import { type Exchanges, exchanges } from './exchanges.ts';
import { type FirestoreDoor, firestoreDoor } from './firestore-door.ts';
import { type Instances, instances } from './instances.ts';

/** Deployed functions that can be killed, and all of Google that they ask. */
export interface Arena {
  platform: DeployedPlatform;
  sandbox: Sandbox;
  instances: Instances;
  /** A key file that works. */
  keyFile: string;
  /** What hour it is for Google, and, once they were started again, for the functions. */
  clock: { aheadMs: number; now: () => Date };
  close: () => Promise<void>;
}

/** Stands nearer to Google than the kills do: what it breaks is broken for everybody. */
export type Sabotage = (host: string, listener: RequestListener) => RequestListener;

const functions = [
  'upload-key',
  'validate-connection',
  'save-connector',
  'delete-connector',
  'list-connectors',
  'check-connector',
  'check-connectors',
];

export async function openArena(
  sabotage: Sabotage = (_host, listener) => listener,
  names = functions,
): Promise<Arena> {
  const folder = await mkdtemp(join(tmpdir(), 'chaos-'));
  const clock = { aheadMs: 0, now: () => new Date(Date.now() + clock.aheadMs) };
  const sandbox = await startSandbox({ stateFolder: folder, now: clock.now });
  const points: Exchanges = exchanges();
  let emulator = { port: 0, documents: '' };
  const door: FirestoreDoor = firestoreDoor(() => emulator);
  const platform = await deployedPlatform({
    sandbox,
    now: clock.now,
    queue: { firstPauseMs: 100, atOnce: 4 },
    around: (host, listener) =>
      points.around(sabotage(host, host === 'firestore.googleapis.com' ? door.listener : listener)),
  });
  const { projectId, database, firestoreHost } = platform;
  const documents = `projects/${projectId}/databases/${database}/documents`;
  emulator = { port: Number(firestoreHost.split(':')[1]), documents };
  process.setMaxListeners(100); // each process ends with ours
  const killable = await instances(names, { platform, exchanges: points, door });
  return {
    platform,
    sandbox,
    instances: killable,
    keyFile: await readFile(join(folder, 'keys/good.json'), 'utf8'),
    clock,
    async close() {
      await killable.stop();
      await platform.close();
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
