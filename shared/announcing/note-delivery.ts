import type { Note } from '../ports/note.ts';
import { Problem } from '../problems/problem.ts';
import { defectTraits } from '../problems/defect-traits.ts';
import { TraceableDefect } from '../problems/traceable-defect.ts';
import type { Announcement, UnknownAnnouncement } from '../schemas/announcement.ts';
import type { Difference } from '../schemas/drift.ts';

/** The line on which an operator's metric counts. Names and sentences are the customer's, and stay out of the log. */
export function noteAnnounced(note: Note, event: Announcement): void {
  const { workspace, connectorId } = event.data;
  const facts = { eventId: event.id, workspace, connectorId };
  const announcedAs = event.time;
  if (event.type === 'connector.drift.found') {
    const { state, differences } = event.data;
    const aspects = aspectsOf(differences);
    note('connector-drift-found', { ...facts, state, aspects, announcedAs });
    return;
  }
  const { from, to, since, cause, check, differences } = event.data;
  note('connector-health-changed', {
    ...facts,
    from,
    to,
    since,
    announcedAs,
    ...(cause !== undefined && { cause }),
    ...(check !== undefined && { check }),
    ...(differences && { aspects: aspectsOf(differences) }),
  });
}

const aspectsOf = (differences: Difference[]) =>
  [...new Set(differences.map(({ aspect }) => aspect))].join(', ');

/** Why nothing of what waits could be read. */
export function noteUnread(note: Note, error: unknown): void {
  noteDelayed(note, {}, error);
}

/** Only a later release can tell it: that one has to come back. */
export function noteUnknown(
  note: Note,
  { id, time, source, subject }: UnknownAnnouncement,
  waiting: number,
): void {
  const facts = { eventId: id, source, connectorId: subject, waiting, waitingSince: time };
  note('announcement-delayed', { ...facts, error: 'UnknownKind' }, 'ERROR');
}

/** Why one waits on. */
export function noteUnannounced(
  note: Note,
  { id, time, data: { workspace, connectorId } }: Announcement,
  waiting: number,
  error: unknown,
): void {
  noteDelayed(note, { eventId: id, workspace, connectorId, waiting, waitingSince: time }, error);
}

/** What our own defects tell, and of foreign errors nothing but their kind. */
function noteDelayed(note: Note, facts: Parameters<Note>[1], error: unknown): void {
  const passes = error instanceof Problem;
  const cause = passes ? error.cause : error;
  const told = cause instanceof TraceableDefect ? cause.facts : {};
  const { error: name } = defectTraits(cause);
  note('announcement-delayed', { ...facts, ...told, error: name }, passes ? 'WARNING' : 'ERROR');
}
