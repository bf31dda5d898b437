import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { localConnectorStore } from '../../../shared/adapters/local/local-connector-store.ts';
import { openLocalDatabase } from '../../../shared/adapters/local/local-database.ts';
import { acme, sampleConnector, sampleId } from '../../support/sample-records.ts';
import { stateFolder } from './state-folder.ts';

const inUse = (folder: string) =>
  `Another process is using the folder ${folder}: stop that one first, or choose another folder.`;

test('a second process is turned away, until the first one dies, and finds what that one kept', async () => {
  const folder = stateFolder();
  const first = spawn(process.execPath, [
    fileURLToPath(import.meta.resolve('./hold-folder.ts')),
    folder,
  ]);
  onTestFinished(() => {
    first.kill('SIGKILL');
  });
  await once(first.stdout, 'data');

  expect(() => openLocalDatabase(folder)).toThrow(inUse(folder));

  first.kill('SIGKILL');
  await once(first, 'exit');
  const database = openLocalDatabase(folder);
  onTestFinished(database.close);
  const store = localConnectorStore({ database, now: () => new Date() });
  expect(await store.connector(acme, sampleId('connector'))).toEqual(sampleConnector());
});

test('a folder is opened once in one process, too, and again after it was closed', () => {
  const folder = stateFolder();
  const first = openLocalDatabase(folder);

  expect(() => openLocalDatabase(folder)).toThrow(inUse(folder));
  expect(() => openLocalDatabase(folder)).toThrow(inUse(folder));

  first.close();
  expect(() => {
    openLocalDatabase(folder).close();
  }).not.toThrow();
});
