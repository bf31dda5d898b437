import { writeSync } from 'node:fs';
import { localConnectorStore } from '../../shared/adapters/local/local-connector-store.ts';
import { openLocalDatabase } from '../../shared/adapters/local/local-database.ts';
import { deliverAnnouncements } from '../../shared/announcing/deliver-announcements.ts';
import { sampleEvent } from '../support/sample-events.ts';
import { acme } from '../support/sample-records.ts';

/** A process that writes an announcement and is killed `before` it is told, or `between` telling and taking it out. */
const [folder = '', moment] = process.argv.slice(2);
const now = () => new Date('2026-03-02T10:00:00.000Z');
const connectors = localConnectorStore({ database: openLocalDatabase(folder), now });

await connectors.transaction(acme, async (drawer) => {
  drawer.addAnnouncement(sampleEvent());
});
if (moment === 'before') kill();
await deliverAnnouncements(
  {
    connectors: { ...connectors, announced: async () => kill() },
    announcer: {
      async announce(event) {
        writeSync(1, event.id);
      },
    },
    note: () => undefined,
    now,
  },
  { limit: 10 },
);

function kill(): never {
  process.kill(process.pid, 'SIGKILL');
  for (;;); // the signal comes before this thread does anything more
}
