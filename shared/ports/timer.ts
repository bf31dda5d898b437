/** A clock that wakes. Whoever waits by it alone can be driven through a month in a second. */
export interface Timer {
  now: () => Date;
  /** Does the work once, so many milliseconds from now, unless it is cancelled before. */
  after: (milliseconds: number, work: () => void) => Cancel;
}

export type Cancel = () => void;
