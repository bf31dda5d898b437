import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** As support staff run it, though without npm's own start: the process, and what it says where. */
export async function explain(input: string, ...options: string[]) {
  return run(process.execPath, ['tools/explain.ts', ...options], input);
}

export async function explainThroughNpm(input: string, ...options: string[]) {
  return run('npm', ['run', '--silent', 'explain', '--', ...options], input);
}

async function run(command: string, words: string[], input: string) {
  const child = spawn(command, words);
  const closed = new Promise<number | null>((resolve, reject) => {
    child.once('close', resolve).once('error', reject);
  });
  child.stdin.on('error', () => undefined); // it may have refused its options before it read anything
  child.stdin.end(input);
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { out, err, code };
}
