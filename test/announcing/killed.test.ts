import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { localAnnouncer } from '../../shared/adapters/local/local-announcer.ts';
import { localConnectorStore } from '../../shared/adapters/local/local-connector-store.ts';
import { openLocalDatabase } from '../../shared/adapters/local/local-database.ts';
import { deliverAnnouncements } from '../../shared/announcing/deliver-announcements.ts';
import { stateFolder } from '../adapters/local/state-folder.ts';
import { sampleEvent } from '../support/sample-events.ts';

const script = fileURLToPath(new URL('killed-half-way.ts', import.meta.url));
const { id } = sampleEvent();

test.each([
  ['before it told what it wrote, the next one tells it', 'before', ''],
  ['between telling and taking out, the next one tells it again with the same id', 'between', id],
])('where a process is killed %s', async (_, moment, toldByTheFirst) => {
  const folder = stateFolder();
  const killed = spawnSync(process.execPath, [script, folder, moment], { encoding: 'utf8' });
  expect([killed.signal, killed.stdout]).toEqual(['SIGKILL', toldByTheFirst]);

  const database = openLocalDatabase(folder);
  onTestFinished(() => {
    database.close();
  });
  const now = () => new Date('2026-03-02T10:05:00.000Z');
  const connectors = localConnectorStore({ database, now });
  const announcer = localAnnouncer();
  const next = { connectors, announcer, note: () => undefined, now };

  expect(await deliverAnnouncements(next, { limit: 10 })).toEqual({ announced: 1, waiting: 0 });
  expect(await deliverAnnouncements(next, { limit: 10 })).toEqual({ announced: 0, waiting: 0 });
  expect(announcer.latest()).toEqual([sampleEvent()]);
});
