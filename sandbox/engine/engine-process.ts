import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface EngineProcess {
  /** Where it listens: a socket in a folder that only this user may enter, so that no page or other user reaches it. */
  socket: string;
  ended: Promise<void>;
  end(): Promise<void>;
}

/** GoogleSQL's own server, of the package that brings it for Linux and macOS. */
export const engineFolder = join(
  dirname(fileURLToPath(import.meta.resolve('@fivetrandevelopers/zetasql'))),
  'zetasql',
);

/**
 * Starts the engine so that it cannot outlive us: its shell reads from a pipe that closes when our process ends,
 * however that ends, and then kills it. `unix 1` makes gRPC listen at `unix:1`, a socket in the working directory.
 */
export async function startEngineProcess(): Promise<EngineProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-sql-'));
  const shell = spawn('/bin/sh', ['-c', guard, join(engineFolder, binaryName())], {
    cwd: folder,
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const ended = new Promise<void>((resolve) => {
    shell.once('exit', () => {
      resolve();
    });
    shell.once('error', () => {
      resolve();
    });
  });
  shell.stdin.on('error', () => undefined); // a pipe to a process that has ended
  await Promise.race([listening(shell.stdout), ended.then(failToStart)]);
  return {
    socket: `unix:${join(folder, '1')}`,
    ended,
    async end() {
      shell.stdin.end();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const guard = `
exec 3<&0
"$0" unix 1 </dev/null 3<&- &
engine=$!
(cat <&3 >/dev/null; kill -9 $engine 2>/dev/null) &
exec 3<&-
wait $engine
folder=$PWD; cd / && rm -f "$folder/1" && rmdir "$folder"
kill $! 2>/dev/null
`;

function binaryName(): string {
  const processor = process.arch === 'arm64' ? '_arm' : '';
  return `remote_server${processor}${process.platform === 'darwin' ? '' : '.so'}`;
}

async function listening(stdout: NodeJS.ReadableStream): Promise<void> {
  let said = '';
  await new Promise<void>((resolve) => {
    stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Server listening')) resolve();
    });
  });
}

function failToStart(): never {
  throw new Error(
    'The SQL engine of the sandbox does not start here; it needs Linux (glibc) or macOS and the package @fivetrandevelopers/zetasql.',
  );
}
