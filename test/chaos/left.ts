import { kept, type Kept } from '../bundles/two-stores/kept.ts';
import type { Arena } from './arena.ts';
import type { Left } from './judge.ts';

/** Of each workspace what is in the stores at this hour, and what was published of it. */
export async function leftOf({ platform, clock }: Arena, workspaces: string[]): Promise<Left[]> {
  const waiting = await platform.connectors.announcements({ limit: 1000, before: endOfTime });
  const told = platform.machines.pubSub.messages().map(({ data }) => {
    const event = JSON.parse(data.toString()) as Told;
    const { id, type } = event;
    return { id, type, ...event.data };
  });
  return Promise.all(
    workspaces.map(async (workspace) => ({
      workspace,
      kept: unexpired(await kept(platform, workspace), clock.now()),
      told: told.filter((each) => each.workspace === workspace),
      waiting: waiting.filter(({ source }) => source === `/workspaces/${workspace}`).length,
    })),
  );
}

const endOfTime = new Date('9999-12-31T23:59:59.999Z');

interface Told {
  id: string;
  type: string;
  data: { workspace: string; connectorId: string };
}

/** Firestore destroys what has expired by itself, and its emulator does not. */
function unexpired(all: Kept, now: Date): Kept {
  const lives = ({ expiresAt }: { expiresAt?: string | undefined }) =>
    expiresAt === undefined || Date.parse(expiresAt) > now.getTime();
  return {
    ...all,
    records: all.records.filter(lives),
    keys: new Map([...all.keys].filter(([, record]) => lives(record))),
  };
}
