import { expect, test } from 'vitest';
import { inWords } from '../../functions/settings-page/page/parts/moment.tsx';

const now = new Date('2026-11-27T12:00:00Z');
const hourMs = 60 * 60 * 1000;
const told = (hours: number) => inWords(new Date(now.getTime() + hours * hourMs), now);

test.each([
  [-47, '1 day ago'],
  [-30 * 24, '1 month ago'],
  [-364 * 24, '12 months ago'],
  [-365 * 24, '1 year ago'],
  [-59.9 / 60, '59 minutes ago'],
  [-1.9, '1 hour ago'],
  [-0.01, 'just now'],
  [0.01, 'in a moment'],
  [59.9 / 60, 'in 59 minutes'],
  [25, 'in 1 day'],
])(
  '%d hours from now are told as what has passed of them, not as a day of the calendar',
  (hours, words) => {
    expect(told(hours)).toBe(words);
  },
);
