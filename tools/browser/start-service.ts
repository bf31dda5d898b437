import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface StartedService {
  origin: string;
  stateFolder: string;
  stop: () => Promise<void>;
}

/** `npm start` as a process of its own, on a free port, with a state folder that is gone afterwards. */
export async function startService(
  /** Fills the folder before the service starts. */
  prepare: (stateFolder: string) => Promise<void> = () => Promise.resolve(),
): Promise<StartedService> {
  const stateFolder = await mkdtemp(join(tmpdir(), 'service-'));
  await prepare(stateFolder);
  const child = spawn(process.execPath, ['tools/start.ts', '--wide-limits'], {
    env: { ...process.env, PORT: '0', LOCAL_STATE: stateFolder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const origin = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString().slice(0, 10_000);
      const [, address] = /^Ready in [\d.]+ s: (\S+)/m.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.once('close', () => {
      reject(new Error(`The service did not start: ${said}`));
    });
  });
  return {
    origin,
    stateFolder,
    async stop() {
      child.kill('SIGINT');
      await once(child, 'close');
      await rm(stateFolder, { recursive: true, force: true });
    },
  };
}
