import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sealingKey } from '../../../shared/adapters/local/sealing-key.ts';
import { stateFolder } from './state-folder.ts';

test('a folder gets one sealing key of 256 bits, for its owner alone, and keeps it', () => {
  const folder = stateFolder();

  const [first, second] = [sealingKey(folder), sealingKey(folder)];

  expect(first.export()).toHaveLength(32);
  expect(second.equals(first)).toBe(true);
  expect(statSync(join(folder, 'sealing.key')).mode & 0o777).toBe(0o600);
});

test('no two folders have the same sealing key', () => {
  const [first, second] = [sealingKey(stateFolder()), sealingKey(stateFolder())];

  expect(second.equals(first)).toBe(false);
});

test.each([0o604, 0o640, 0o620])('a sealing key that others can use is refused', (mode) => {
  const folder = stateFolder();
  sealingKey(folder);
  const file = join(folder, 'sealing.key');
  chmodSync(file, mode);

  expect(() => sealingKey(folder)).toThrow(
    `Others can use the file ${file}: run "chmod 600 ${file}" to go on.`,
  );
});

test.each(['', 'short', 'x'.repeat(33)])(
  'a sealing key of another size is refused and left as it is',
  (text) => {
    const folder = stateFolder();
    const file = join(folder, 'sealing.key');
    writeFileSync(file, text, { mode: 0o600 });

    expect(() => sealingKey(folder)).toThrow(
      `The file ${file} is no sealing key: bring the right one back, or move it and state.db away to begin anew.`,
    );
    expect(readFileSync(file, 'utf8')).toBe(text);
  },
);

test('a folder in the place of the sealing key is refused', () => {
  const folder = stateFolder();
  mkdirSync(join(folder, 'sealing.key'));

  expect(() => sealingKey(folder)).toThrow(/is no sealing key/);
});

test('a sealing key cannot be made where no folder is', () => {
  const folder = join(stateFolder(), 'nowhere');

  expect(() => sealingKey(folder)).toThrow(
    `The file ${join(folder, 'sealing.key')} cannot be made: make the folder yours to read and write, or choose another one.`,
  );
});
