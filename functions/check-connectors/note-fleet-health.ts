import type { ConnectorStore } from '../../shared/ports/connector-store.ts';
import type { Note } from '../../shared/ports/note.ts';
import { TraceableDefect } from '../../shared/problems/traceable-defect.ts';
import { firstOfSpan } from './first-of-span.ts';

const span = { name: 'fleet-health', spanMs: 5 * 60 * 1000 };
const lateSeconds = 15 * 60;

/**
 * One line every five minutes, of which a dashboard makes gauges, and a warning where checks do not keep up. It is
 * counted by the store: some hundred billed reads for a hundred thousand connectors. What goes wrong here is told, and
 * keeps nobody from being checked.
 */
export async function noteFleetHealth(
  connectors: Pick<ConnectorStore, 'fleetHealth' | 'transaction'>,
  now: Date,
  note: Note,
): Promise<void> {
  try {
    if (!(await firstOfSpan(connectors, span, now))) return;
    const health = await connectors.fleetHealth(now);
    const { oldestUnknownSince, oldestDueAt, ...counts } = health;
    const oldestDueSeconds = secondsSince(oldestDueAt, now);
    const oldestUnknownSeconds = secondsSince(oldestUnknownSince, now);
    note('fleet-health', { ...counts, oldestUnknownSeconds, oldestDueSeconds });
    if (oldestDueSeconds <= lateSeconds) return;
    note('checks-late', { due: counts.due, oldestDueSeconds }, 'WARNING');
  } catch (error) {
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
    const told = cause instanceof TraceableDefect ? cause.facts : {};
    const name = cause instanceof Error ? cause.name : typeof cause;
    note('fleet-health-failed', { ...told, error: name }, 'ERROR');
  }
}

/** A gauge has a number always: nothing that waits has waited for no time. */
function secondsSince(moment: string | undefined, now: Date): number {
  if (moment === undefined) return 0;
  return Math.max(0, Math.round((now.getTime() - Date.parse(moment)) / 1000));
}
