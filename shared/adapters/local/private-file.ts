import { chmodSync, closeSync, lstatSync, mkdirSync, openSync } from 'node:fs';

/** A folder that nobody but its owner can look into. One that strangers can write to is none of ours. */
export function makePrivateFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const writableByAll = (lstatSync(folder).mode & 0o002) !== 0;
    if (!writableByAll || process.platform === 'win32') {
      chmodSync(folder, 0o700);
      return;
    }
  } catch (cause) {
    throw new Error(
      `The folder ${folder} cannot be used (${codeOf(cause)}): make it yours to read and write, or choose another one.`,
      { cause },
    );
  }
  throw new Error(`Everybody can write to the folder ${folder}: choose one of your own.`);
}

/**
 * Makes the file if it is not there, and narrows its rights before anything is written. It is never opened where it is
 * there: closing it would drop the locks that SQLite holds on it (https://sqlite.org/howtocorrupt.html, 2.2).
 */
export function makePrivateFile(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (cause) {
    if (codeOf(cause) !== 'EEXIST') throw unusable(file, cause);
    narrow(file);
  }
}

function narrow(file: string): void {
  if (!lstatSync(file).isFile()) {
    throw new Error(`${file} is not a file: move it away to begin anew.`);
  }
  try {
    chmodSync(file, 0o600);
  } catch (cause) {
    throw unusable(file, cause);
  }
}

function unusable(file: string, cause: unknown): Error {
  return new Error(
    `The file ${file} cannot be used (${codeOf(cause)}): make it yours to read and write, or choose another folder.`,
    { cause },
  );
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
}
