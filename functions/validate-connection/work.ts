import type { Note } from '../../shared/ports/note.ts';

/** What surrounds one validation: whether somebody still waits, the stream to tell, and the operators' log. */
export interface Work {
  signal: AbortSignal;
  tell: (event: string, data: unknown) => void;
  note: Note;
}
