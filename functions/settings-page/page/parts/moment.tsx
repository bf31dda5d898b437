import { useEffect, useReducer, useRef } from 'preact/hooks';
import { counted, strings } from '../strings.ts';
import { everyHalfMinute } from './every-half-minute.ts';

const units = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
const exact = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'long' });

const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long' });

type Say = (at: Date, now: Date) => string;

/** So many whole ones, as elapsed: 47 hours are 1 day and not yesterday, 59 minutes and a half not yet an hour. */
function coarsest(at: Date, now: Date) {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  const [unit, size] = units.find(([, each]) => Math.abs(seconds) >= each) ?? [undefined, 1];
  return { seconds, unit, number: Math.trunc(seconds / size) };
}

/** How long ago, or in how long, to the coarsest unit that says it. */
export const inWords: Say = (at, now) => {
  const { seconds, unit, number } = coarsest(at, now);
  if (unit) return relative.format(number, unit);
  return seconds <= 0 ? strings.moment.justNow : strings.moment.soon;
};

/** How long it has been so. */
const forHowLong: Say = (at, now) => {
  const { unit, number } = coarsest(at, now);
  return unit ? strings.moment.for(counted(Math.abs(number), unit)) : strings.moment.sinceNow;
};

/** A moment as people say it; the exact one, in the reader's zone, on hover and for who listens. */
export function Moment({ at }: { at: string }) {
  return <Told at={at} say={inWords} />;
}

/** The same of what began then and lasts. */
export function Since({ at }: { at: string }) {
  return <Told at={at} say={forHowLong} />;
}

/** The day of a moment ahead: nobody counts hours until then. */
export function Day({ at }: { at: string }) {
  const date = new Date(at);
  return (
    <time dateTime={at} title={exact.format(date)}>
      {day.format(date)}
    </time>
  );
}

function Told({ at, say }: { at: string; say: Say }) {
  const [, renew] = useReducer((turn: number) => turn + 1, 0);
  const date = new Date(at);
  const words = say(date, new Date());
  const element = useRef<HTMLTimeElement>(null);
  const shown = useRef(words);
  shown.current = words;
  useEffect(
    () =>
      everyHalfMinute((now) => {
        // What is far down a long list is told anew once it is in view.
        if (element.current?.checkVisibility({ contentVisibilityAuto: true }) !== true) return;
        if (say(new Date(at), now) !== shown.current) renew(undefined);
      }),
    [at, say],
  );
  return (
    <time dateTime={at} title={exact.format(date)} ref={element}>
      {words}
    </time>
  );
}
