import { random } from '../../../sandbox/world/random.ts';
import { healthAfter } from '../../../shared/connectors/health-after.ts';
import { nextCheck } from '../../../shared/connectors/next-check.ts';
import type { Health } from '../../../shared/schemas/health.ts';
import { type ConnectorId, connectorId } from '../../../shared/schemas/identifiers.ts';
import type { Report } from '../../../shared/schemas/report.ts';

export interface Spread {
  connectors: number;
  /** Checks that were made in each minute of the day. */
  minutes: number[];
  /** Those that fell due in each minute, however long the queue let them wait. */
  due: number[];
  outage: { from: number; to: number };
}

interface Connector {
  id: ConnectorId;
  health: Health;
  /** What its checks find. */
  outcome: Report['outcome'];
}

const minuteMs = 60_000;
const dayMinutes = 24 * 60;
const signs = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * A day of a fleet: all imported at the same moment, an hour in which Google answers nobody, and else each in a state of
 * its own. What is due when, and what becomes of its health, is the service's own code; the queue is its rate alone.
 */
export function spreadOfADay({
  connectors,
  dispatchesASecond,
}: {
  connectors: number;
  dispatchesASecond: number;
}): Spread {
  const start = Date.parse('2026-03-02T00:00:00.000Z');
  const outage = { from: 12 * 60, to: 13 * 60 };
  const fleet = fleetOf(connectors, new Date(start));
  const dueIn = Array.from({ length: dayMinutes * 3 }, (): number[] => []);
  dueIn[2] = fleet.map((_, index) => index); // the first check of what was saved
  const minutes: number[] = [];
  let waiting: number[] = [];
  for (let minute = 0; minute < dayMinutes; minute += 1) {
    waiting = [...waiting, ...(dueIn[minute] ?? [])];
    const now = new Date(start + minute * minuteMs);
    const taken = waiting.splice(0, dispatchesASecond * 60);
    minutes.push(taken.length);
    for (const index of taken) {
      const connector = fleet[index];
      if (!connector) continue;
      const down = minute >= outage.from && minute < outage.to;
      const due = checked(connector, down ? 'inconclusive' : connector.outcome, now);
      dueIn[Math.ceil((due.getTime() - start) / minuteMs)]?.push(index);
    }
  }
  return {
    connectors,
    minutes,
    due: dueIn.slice(0, dayMinutes).map(({ length }) => length),
    outage,
  };
}

function checked(connector: Connector, outcome: Report['outcome'], now: Date): Date {
  connector.health = healthAfter(connector.health, outcome, now).health;
  const { id, health } = connector;
  return nextCheck({ connectorId: id, health, atQuota: false }, now);
}

/** Of a hundred, five are degraded and two are broken. */
function fleetOf(connectors: number, now: Date): Connector[] {
  const dice = random('fleet');
  const at = now.toISOString();
  return Array.from({ length: connectors }, () => {
    const place = dice.below(100);
    const outcome = place < 2 ? 'failed' : place < 7 ? 'warning' : 'passed';
    const random128 = Array.from({ length: 26 }, () => signs.charAt(dice.below(32))).join('');
    const health: Health = { state: 'healthy', since: at, checkedAt: at };
    return { id: connectorId.parse(`con-${random128}`), health, outcome };
  });
}
