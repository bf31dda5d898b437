import { expect, test } from 'vitest';
import type { Report } from '../../functions/settings-page/page/api/client.ts';
import { emptyDraft } from '../../functions/settings-page/page/draft/draft.ts';
import { missing } from '../../functions/settings-page/page/draft/missing.ts';
import { strings } from '../../functions/settings-page/page/strings.ts';

const minuteMs = 60_000;
const validated = Date.parse('2026-11-27T12:00:00Z');
const report = {
  validatedAt: new Date(validated).toISOString(),
  expiresAt: new Date(validated + 30 * minuteMs).toISOString(),
} as Report;

/** What is said of a report that long after it came, by a clock that is so much ahead of the service's. */
function saidOf({
  aheadMs,
  afterMs,
  noted = true,
}: Record<'aheadMs' | 'afterMs', number> & { noted?: boolean }) {
  const reportAt = validated + aheadMs;
  const draft = { ...emptyDraft, report, reportOf: 'it', ...(noted && { reportAt }) };
  const now = reportAt + afterMs;
  const gaps = missing(draft, { now, needsKey: false, needsName: false, asked: 'it' });
  return gaps.find(({ place }) => place === 'validate')?.words;
}

const { reportExpired } = strings.draft.missing;

test('a clock that is half an hour ahead does not make a report too old as it comes', () => {
  expect(saidOf({ aheadMs: 31 * minuteMs, afterMs: 29 * minuteMs })).not.toBe(reportExpired);
});

test('a report is too old after half an hour, also by a clock that is behind', () => {
  expect(saidOf({ aheadMs: -20 * minuteMs, afterMs: 30 * minuteMs })).toBe(reportExpired);
});

test('of a report that an older page kept, the moment at which it ends is what there is', () => {
  expect(saidOf({ aheadMs: 0, afterMs: 29 * minuteMs, noted: false })).not.toBe(reportExpired);
  expect(saidOf({ aheadMs: 0, afterMs: 30 * minuteMs, noted: false })).toBe(reportExpired);
});
