import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const keyBytes = 32;

/** The key under which the vault seals: `sealing.key` in the folder, made where it is not there yet. */
export function sealingKey(stateFolder: string): KeyObject {
  const file = join(stateFolder, 'sealing.key');
  try {
    writeFileSync(file, randomBytes(keyBytes), { mode: 0o600, flag: 'wx', flush: true });
  } catch (cause) {
    const isThere = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
    if (!isThere) {
      throw new Error(
        `The file ${file} cannot be made: make the folder yours to read and write, or choose another one.`,
        { cause },
      );
    }
  }
  return createSecretKey(read(file));
}

function read(file: string): Uint8Array {
  const status = lstatSync(file);
  // Windows has no such rights, and Node shows the file as everybody's there.
  const isOwners = (status.mode & 0o077) === 0 || process.platform === 'win32';
  if (status.isFile() && !isOwners) {
    throw new Error(`Others can use the file ${file}: run "chmod 600 ${file}" to go on.`);
  }
  const isKey = status.isFile() && status.size === keyBytes;
  if (!isKey) {
    throw new Error(
      `The file ${file} is no sealing key: bring the right one back, or move it and state.db away to begin anew.`,
    );
  }
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new Error(`The file ${file} cannot be read: make it yours to read and write.`, { cause });
  }
}
