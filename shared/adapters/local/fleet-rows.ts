import type { DatabaseSync } from 'node:sqlite';
import type { FleetHealth } from '../../schemas/health.ts';
import { numberIn, textIn } from './columns.ts';
import { summaryOf } from './health-summary.ts';

/** What operators see of all workspaces at once: counts, and the oldest of what waits. */
export function fleetRows(sql: DatabaseSync) {
  const unexpired = '(expires_ms IS NULL OR expires_ms > :now)';
  const byHealth = sql.prepare(`
    SELECT health, count(*) AS connectors FROM connectors
    WHERE living = 1 AND ${unexpired} GROUP BY health`);
  const oldestUnknown = sql.prepare(`
    SELECT coalesce(min(record ->> '$.health.since'), '') AS since FROM connectors
    WHERE health = 'unknown' AND living = 1 AND ${unexpired}`);
  const due = sql.prepare('SELECT count(*) AS due FROM connectors WHERE due_ms <= :until');
  const oldestDue = sql.prepare(`
    SELECT record ->> '$.nextCheckAt' AS at FROM connectors
    WHERE due_ms <= :until ORDER BY due_ms LIMIT 1`);

  return {
    health(at: Date, now: Date): FleetHealth {
      const [until, values] = [{ until: at.getTime() }, { now: now.getTime() }];
      const oldest = oldestDue.get(until);
      return {
        ...summaryOf(byHealth.all(values), oldestUnknown.get(values)),
        due: numberIn(due.get(until), 'due'),
        ...(oldest && { oldestDueAt: textIn(oldest, 'at') }),
      };
    },
  };
}
