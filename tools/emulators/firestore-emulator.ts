import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

const place = 'platform/cloud-firestore-emulator/cloud-firestore-emulator.jar';
const main = 'com.google.cloud.datastore.emulator.firestore.CloudFirestore';

/** Where Google's Firestore emulator lies, as the Cloud SDK installs it; undefined without it or without Java. */
export function emulatorJar(): string | undefined {
  if (spawnSync('java', ['-version']).status !== 0) return undefined;
  const { FIRESTORE_EMULATOR_JAR: given } = process.env;
  if (given !== undefined) return given;
  const asked = spawnSync('gcloud', ['info', '--format=value(installation.sdk_root)'], {
    encoding: 'utf8',
  });
  if (asked.status !== 0) return undefined; // it is null where there is no gcloud
  const jar = join(asked.stdout.trim(), place);
  return existsSync(jar) ? jar : undefined;
}

/** Where it lies; refuses with what is missing. */
export function requireEmulator(): string {
  const jar = emulatorJar();
  if (jar === undefined) {
    throw new Error(
      'This needs Java and Google’s Firestore emulator: gcloud components install cloud-firestore-emulator, or its jar in FIRESTORE_EMULATOR_JAR.',
    );
  }
  return jar;
}

export interface RunningEmulator {
  /** host:port */
  host: string;
  clear: (project: string) => Promise<void>;
  stop: () => Promise<void>;
}

/**
 * Java itself, not through gcloud: ending gcloud would leave Java behind. Its shell reads from a pipe that closes when our
 * process ends, however that ends, and then kills it.
 */
export async function startEmulator(jar: string, nextPort = freePort): Promise<RunningEmulator> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await startOnce(jar, await nextPort());
    } catch (error) {
      // Between asking for a free port and taking it another program may be given the same one.
      if (tries === mostTries || !String(error).includes('Address already in use')) throw error;
    }
  }
}

const mostTries = 3;

async function startOnce(jar: string, port: number): Promise<RunningEmulator> {
  const folder = mkdtempSync(join(tmpdir(), 'firestore-'));
  const child = spawn(
    '/bin/sh',
    [
      '-c',
      guard,
      'java',
      '-cp',
      jar,
      main,
      'start',
      '--host=127.0.0.1',
      `--port=${String(port)}`,
      '--database-mode=firestore-native',
    ],
    { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  child.stdin.on('error', () => undefined); // a pipe to a process that has ended
  await listening(child).catch((error: unknown) => {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  });
  const host = `127.0.0.1:${String(port)}`;
  return {
    host,
    async clear(project) {
      const documents = `projects/${project}/databases/(default)/documents`;
      const response = await fetch(`http://${host}/emulator/v1/${documents}`, { method: 'DELETE' });
      if (!response.ok) throw new Error(`The emulator was not emptied: ${await response.text()}`);
    },
    async stop() {
      const ended = once(child, 'close');
      child.stdin.end();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const guard = `
exec 3<&0
"$0" "$@" </dev/null 3<&- &
emulator=$!
(cat <&3 >/dev/null; kill -9 $emulator 2>/dev/null) >/dev/null 2>&1 &
exec 3<&-
wait $emulator
kill $! 2>/dev/null
`;

async function listening(child: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('is now running')) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', reject);
    child.once('close', () => {
      reject(new Error(`The Firestore emulator did not start: ${said}`));
    });
  });
}
