/** A file to which one thing happened, and what may be said of it. */
export interface Corrupted {
  file: Uint8Array;
  /** Nothing else than these; none, where it must pass as it is. */
  causes: readonly string[];
  /** What must at least be said; without it, the file may also pass as it is. */
  least?: 'warning' | 'failed';
  /** The one field that may be named. */
  member?: string;
  /** The character before which no fault can be found. */
  from?: number;
}
