import { DatabaseSync } from 'node:sqlite';
import { makePrivateFile } from './private-file.ts';
import { resultCode, sqliteBusy } from './sqlite-result.ts';

/**
 * Keeps a second process out of the folder. The operating system holds the lock, so it dies with the process and is
 * never stale. It lies on a file of its own, which nothing is ever written to.
 */
export function lockFolder(folder: string, file: string): () => void {
  makePrivateFile(file);
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw refusal(folder, file, cause);
  }
  return () => {
    lock.close();
  };
}

function refusal(folder: string, file: string, cause: unknown): Error {
  return resultCode(cause) === sqliteBusy
    ? new Error(
        `Another process is using the folder ${folder}: stop that one first, or choose another folder.`,
        { cause },
      )
    : new Error(`The file ${file} cannot be used: move it away or delete it to begin anew.`, {
        cause,
      });
}
