import { randomBytes } from 'node:crypto';
import { type Random, random } from '../../sandbox/world/random.ts';
import { localConnectorStore } from '../../shared/adapters/local/local-connector-store.ts';
import { openLocalDatabase } from '../../shared/adapters/local/local-database.ts';
import { localKeyVault } from '../../shared/adapters/local/local-key-vault.ts';
import { saveConnector } from '../support/save-connector.ts';
import { scriptedGoogle } from '../support/scripted-google.ts';
import { sealingKeyOf } from '../support/sealing-key-of.ts';
import { type VirtualTimer, virtualTimer } from '../support/virtual-timer.ts';
import { watchedGoogle } from '../support/watched-google.ts';
import { judge, newTable, type Tally } from './judge.ts';
import { incidentAt, type Scale, type Trouble, troublesOf } from './script.ts';
import { simulatedService } from '../support/simulated-service.ts';
import { troubledAnnouncer, troubledStore } from './troubled-ports.ts';
import { type QueueSeen, watchedQueue } from './watched-queue.ts';
import { type Seen, witness } from './witness.ts';
import { blindSpans, within, type World, worldOf } from './world.ts';

export interface Outcome extends QueueSeen, Seen {
  table: Record<string, Tally>;
}

type Fleet = Map<number, Trouble[]>;

const start = '2026-03-02T00:00:00.000Z';
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Lets a part of the fleet live through all its days, and judges what the world was told of it. */
export async function simulate(scale: Scale, part = { of: 1, number: 0 }): Promise<Outcome> {
  const world = worldOf(scale);
  const timer = virtualTimer(start);
  const { now, passed } = timer;
  const hour = () => passed() / hourMs;
  const dice = random(`part ${String(part.number)} of ${String(part.of)}`);
  const fleet: Fleet = new Map();
  for (let index = part.number; index < scale.connectors; index += part.of)
    fleet.set(index, troublesOf(index, scale));

  const stamps = { now, newId: newIds(dice) };
  const { keys, connectors, close } = await stored(fleet, stamps);
  const { seen, note, announce, heard, toldOf } = witness(world, hour);
  const queue = watchedQueue({ passed, now, resumesAt: world.silence.to * hourMs });
  const fails = () =>
    within(world.outage, hour()) || (within(world.errors, hour()) && dice.chance(0.3));
  const google = scriptedGoogle((email) => incidentAt(fleet.get(indexOf(email)) ?? [], hour()));
  const service = simulatedService({
    ports: {
      ...watchedGoogle(google, { heard, fails }).ports,
      keys,
      connectors: troubledStore(connectors, dice),
      announcer: troubledAnnouncer(announce, dice),
      stamps,
    },
    timer,
    fires: () => !within(world.silence, hour()),
    handedOut: (task) => {
      queue.handedOut(task);
    },
    note,
  });
  await live(timer, world, scale.days * 24);
  await service.close();
  close();

  const table = newTable();
  for (const [index, troubles] of fleet)
    judge(table, troubles, toldOf(workspaceOf(index)), { blind: blindSpans(world), end: hour() });
  return { table, ...seen, ...queue.seen() };
}

/** All of them imported at once, and due at once. */
async function stored(fleet: Fleet, { now, newId }: { now: () => Date; newId: () => string }) {
  const database = openLocalDatabase(':memory:');
  const keys = localKeyVault({ database, sealingKey: sealingKeyOf(randomBytes(32)), now });
  const connectors = localConnectorStore({ database, now });
  const dueAt = new Date(now().getTime() + 2 * minuteMs);
  for (const index of fleet.keys()) {
    const saved = { email: emailOf(index), dueAt, number: index };
    await saveConnector({ keys, connectors, now, newId }, workspaceOf(index), saved);
  }
  const close = () => {
    database.close();
  };
  return { keys, connectors, close };
}

/** Minute by minute; the clock jumps when it is to. */
async function live(timer: VirtualTimer, { clock }: World, hours: number): Promise<void> {
  for (let minute = 0; minute < hours * 60; minute += 1) {
    for (const { at, byHours } of clock) {
      if (at * 60 === minute) timer.setClock(new Date(timer.now().getTime() + byHours * hourMs));
    }
    await timer.pass(minuteMs);
  }
}

const signs = '0123456789abcdefghjkmnpqrstvwxyz';
const newIds = (dice: Random) => () =>
  Array.from({ length: 26 }, () => signs.charAt(dice.below(signs.length))).join('');

const workspaceOf = (index: number) => `w${String(index)}`;
const emailOf = (index: number) => `reader${String(index)}@acme-analytics.iam.gserviceaccount.com`;
const indexOf = (email: string) => Number(/\d+/.exec(email)?.[0]);
