export interface MovableClock {
  now: () => Date;
  moveTo: (moment: string | Date) => void;
}

/** Stands still until it is moved. */
export function movableClock(start: string): MovableClock {
  let moment = new Date(start);
  return {
    now: () => new Date(moment),
    moveTo(next) {
      moment = new Date(next);
    },
  };
}

/** The last moment before, and so the last one in which something that expires is there. */
export function justBefore(moment: string): Date {
  return new Date(Date.parse(moment) - 1);
}
