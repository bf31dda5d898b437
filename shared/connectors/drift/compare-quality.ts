import type { QualitySighting } from '../../schemas/sighting.ts';
import { type Aspect, type Compared, type Comparison, type Found, tableOf } from './aspects.ts';

/**
 * A share has risen when it is a percentage point and a half of itself more than it was, and ten rows at the least: less is
 * the to and fro of each day. What is known stays so until half of that is left, so that a share at the threshold does not
 * come and go.
 */
const risen = { points: 0.01, times: 1.5, rows: 10 };
const stays = { points: 0.005, times: 1.25, rows: 5 };
/** Rows are fewer by half; known, until they are three quarters again. Small tables halve easily. */
const fewerThan = { found: 1 / 2, known: 3 / 4, rows: 100 };

type Count = 'empty' | 'malformed' | 'duplicates';

export const compareQuality: Comparison = {
  aspects: ['keys-empty', 'keys-malformed', 'keys-duplicate', 'rows-fewer'],
  compare(compared) {
    const [was, is] = [compared.saved.quality, compared.seen.quality];
    if (!was || !is) return undefined;
    const knows = (aspect: Aspect) => compared.known.some((known) => known.aspect === aspect);
    const whole = was.samplePercent === undefined && is.samplePercent === undefined;
    const more = (aspect: Aspect, count: Count, words: string) =>
      hasRisen(was, is, count, knows(aspect) ? stays : risen)
        ? [
            share(compared, aspect, {
              was: was[count] / was.rows || 0,
              is: is[count] / is.rows,
              words,
            }),
          ]
        : [];
    // Of a sample nobody knows which keys the rest of the table repeats, nor how many rows there are.
    const ofWhole = whole
      ? [
          ...more('keys-duplicate', 'duplicates', 'bear the key of another row'),
          ...(areFewer(was, is, knows('rows-fewer')) ? [fewer(compared, was.rows, is.rows)] : []),
        ]
      : compared.known.filter(({ aspect }) => ['keys-duplicate', 'rows-fewer'].includes(aspect));
    return [
      ...more('keys-empty', 'empty', 'have no key'),
      ...more('keys-malformed', 'malformed', 'have a malformed key'),
      ...ofWhole,
    ];
  },
};

function hasRisen(
  was: QualitySighting,
  is: QualitySighting,
  count: Count,
  threshold: typeof risen,
): boolean {
  const before = was.rows === 0 ? 0 : was[count] / was.rows;
  const now = is.rows === 0 ? 0 : is[count] / is.rows;
  return (
    is[count] >= threshold.rows &&
    now - before >= threshold.points &&
    now >= before * threshold.times
  );
}

function areFewer(was: QualitySighting, is: QualitySighting, known: boolean): boolean {
  const most = was.rows * (known ? fewerThan.known : fewerThan.found);
  return was.rows >= fewerThan.rows && is.rows <= most;
}

interface Shares {
  was: number;
  is: number;
  words: string;
}

function share(compared: Compared, aspect: Aspect, { was, is, words }: Shares): Found {
  const column = compared.connection.uniqueContactField?.column ?? 'the key';
  return {
    aspect,
    was: percent(was),
    is: percent(is),
    detail: `Of the rows of ${tableOf(compared)}, ${percent(is)} ${words} in column ${column}; when the connector was saved, it was ${percent(was)}.`,
    remedyText: 'Ask whoever fills the table what has changed.',
  };
}

function fewer(compared: Compared, was: number, is: number): Found {
  return {
    aspect: 'rows-fewer',
    was: rows(was),
    is: rows(is),
    detail: `${tableOf(compared)} has ${rows(is)}; when the connector was saved, it had ${rows(was)}.`,
    remedyText: 'Ask whoever fills the table whether this is meant.',
  };
}

const percent = (of: number) => `${String(Number((of * 100).toPrecision(2)))} %`;
const rows = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'row' : 'rows'}`;
