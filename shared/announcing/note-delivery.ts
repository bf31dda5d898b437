import type { Note } from '../ports/note.ts';
import { Problem } from '../problems/problem.ts';
import { TraceableDefect } from '../problems/traceable-defect.ts';
import type { HealthEvent } from '../schemas/health-event.ts';

/** The line on which an operator's metric counts. Names and sentences are the customer's, and stay out of the log. */
export function noteAnnounced(note: Note, { id, time, data }: HealthEvent): void {
  const { workspace, connectorId, from, to, since, cause, check } = data;
  note('connector-health-changed', {
    eventId: id,
    workspace,
    connectorId,
    from,
    to,
    since,
    announcedAs: time,
    ...(cause !== undefined && { cause }),
    ...(check !== undefined && { check }),
  });
}

/** Why one waits on: what our own defects tell, and of foreign errors nothing but their kind. */
export function noteUnannounced(
  note: Note,
  { id, time, data: { workspace, connectorId } }: HealthEvent,
  waiting: number,
  error: unknown,
): void {
  const cause = error instanceof Problem ? error.cause : error;
  const told = cause instanceof TraceableDefect ? cause.facts : {};
  const facts = { eventId: id, workspace, connectorId, waiting, waitingSince: time };
  const passes = error instanceof Problem;
  const name = cause instanceof Error ? cause.name : typeof cause;
  note('announcement-delayed', { ...facts, ...told, error: name }, passes ? 'WARNING' : 'ERROR');
}
