import type { DueConnector } from '../../shared/ports/connector-store.ts';

const hourMs = 60 * 60 * 1000;

/**
 * One name for one connector, one moment at which it is due, and each hour that it still is: a queue gives a task up whose
 * attempts all failed, and remembers its name for hours, in which nobody would look at that connector. An attempt that
 * still runs by then has a twin; a check that comes twice does no harm.
 */
export function nameOf({ connectorId, nextCheckAt }: DueConnector, now: Date): string {
  const due = Date.parse(nextCheckAt);
  // A wrong clock may have put it off by years: of those that are still to come another one ends every hour as well.
  const hours = Math.floor(Math.abs(now.getTime() - due) / hourMs);
  const name = `${connectorId}-${String(due)}`;
  return hours === 0 ? name : `${name}-again-${String(hours)}`;
}
