import type { Random } from '../../sandbox/world/random.ts';
import type { Announcer } from '../../shared/ports/announcer.ts';
import type { ConnectorStore } from '../../shared/ports/connector-store.ts';
import { Problem } from '../../shared/problems/problem.ts';

/** A store whose answer now and then is that it does not answer: before it wrote anything, or after it wrote all. */
export function troubledStore(store: ConnectorStore, dice: Random): ConnectorStore {
  return {
    ...store,
    async transaction(workspace, work) {
      if (dice.chance(0.001)) throw unavailable();
      const outcome = await store.transaction(workspace, work);
      if (dice.chance(0.001)) throw unavailable();
      return outcome;
    },
    async announced(event) {
      if (dice.chance(0.1)) throw unavailable();
      await store.announced(event);
    },
  };
}

/** A topic that now and then takes nothing. */
export function troubledAnnouncer(announce: Announcer['announce'], dice: Random): Announcer {
  return {
    async announce(event) {
      if (dice.chance(0.2)) throw unavailable();
      await announce(event);
    },
  };
}

const unavailable = () =>
  new Problem('store-unavailable', 'Try again soon.', { retryAfterSeconds: 5 });
