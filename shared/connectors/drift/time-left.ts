const dayMs = 24 * 60 * 60 * 1000;

/** So many days before an end it is told. */
const steps = [1, 7, 14, 30];

/** How near an end is: the step that it is within, 0 where it is over, `later` before all steps, `never` without one. */
export type TimeLeft = number | 'later' | 'never';

/** Google writes the end of the year 9999 where a key has no end. */
const endless = Date.parse('9999-01-01T00:00:00Z');

export function timeLeft(expiresAt: string | undefined, at: Date): TimeLeft {
  const end = expiresAt === undefined ? endless : Date.parse(expiresAt);
  if (end >= endless) return 'never';
  const days = (end - at.getTime()) / dayMs;
  return days <= 0 ? 0 : (steps.find((step) => days <= step) ?? 'later');
}

export function isNearer(one: TimeLeft, other: TimeLeft): boolean {
  return rank(one) < rank(other);
}

const rank = (left: TimeLeft) =>
  left === 'never' ? Infinity : left === 'later' ? Number.MAX_VALUE : left;

export function inWords(left: TimeLeft): string {
  if (left === 'never') return 'without an end';
  if (left === 'later') return `in more than ${String(Math.max(...steps))} days`;
  return left === 0 ? 'over' : `within ${days(left)}`;
}

/** `2026-12-10, in 12 days` */
export function dateAndDays(expiresAt: string, now: Date): string {
  const left = Math.floor((Date.parse(expiresAt) - now.getTime()) / dayMs);
  return `${expiresAt.slice(0, 10)}, ${left < 1 ? 'within a day' : `in ${days(left)}`}`;
}

const days = (count: number) => `${String(count)} ${count === 1 ? 'day' : 'days'}`;
