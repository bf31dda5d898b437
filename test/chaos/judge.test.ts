import { describe, expect, test } from 'vitest';
import type { Kept } from '../bundles/two-stores/kept.ts';
import { sampleConnector, sampleId, sampleKeyRecord } from '../support/sample-records.ts';
import { count, type Diary, newDiary, newLine, settle, stateOf } from './diary.ts';
import { judge, type Left, lostUploads } from './judge.ts';

const connectorId = sampleId('connector');
const keyId = sampleId('key');
const record = sampleConnector({ name: 'Shop' });
const ofHealth = 'connector.health.changed';

/** One connector that was saved, is well kept, and of whose one change of health the world heard. */
function quietDay(): { diary: Diary; kept: Kept; left: Left } {
  const diary = newDiary();
  const line = newLine('acme', connectorId);
  line.possible = [stateOf(record)];
  settle(diary, line, stateOf(record), record.etag, 'save');
  count(line, 'created', true);
  diary.lines.push(line);
  diary.uploads.push({ workspace: 'acme', keyId });
  const kept: Kept = {
    records: [record],
    names: new Map([['shop', connectorId]]),
    keys: new Map([[keyId, sampleKeyRecord({ connectorId })]]),
    validations: new Map(),
    changes: new Map([[connectorId, ['created', 'health-changed']]]),
    secrets: new Map([[keyId, { expiry: undefined }]]),
  };
  const told = [{ id: 'evt-1', connectorId, type: ofHealth }];
  return { diary, kept, left: { workspace: 'acme', kept, told, waiting: 0 } };
}

const later = '2026-03-10T09:00:00.000Z';
type Day = ReturnType<typeof quietDay>;

describe('the judge of chaos', () => {
  test('is content with a quiet day', () => {
    const { diary, left } = quietDay();
    expect(judge(diary, [left])).toEqual({ lost: [], orphans: [], history: [], announcements: [] });
    expect([...lostUploads(diary, [left]), ...diary.surprises]).toEqual([]);
  });

  test.each<[string, (day: Day) => void, RegExp]>([
    ['a saved connector that is not there', ({ kept }) => (kept.records = []), /is lost/],
    [
      'a change that was answered and is not so',
      ({ kept }) => (kept.records = [{ ...record, name: 'Shoe' }]),
      /answered was/,
    ],
    [
      'a connector that nobody asked for',
      ({ kept }) => kept.records.push({ ...record, connectorId: sampleId('connector', 2) }),
      /nobody asked for/,
    ],
    [
      'an etag that came back',
      ({ diary }) => diary.lines[0]?.etagsBefore.add(record.etag),
      /has an etag from before/,
    ],
    [
      'a key that stays for ever without a record',
      ({ kept }) => kept.secrets.set(sampleId('key', 2), { expiry: undefined }),
      /has no record/,
    ],
    [
      'a record without its key',
      ({ kept }) => {
        kept.secrets.clear();
      },
      /has no key/,
    ],
    [
      'a key that will be destroyed',
      ({ kept }) => kept.secrets.set(keyId, { expiry: Date.parse(later) }),
      /its key will be destroyed/,
    ],
    [
      'a name that is free',
      ({ kept }) => {
        kept.names.clear();
      },
      /its name is not its own/,
    ],
    [
      'a name that nobody bears',
      ({ kept }) => kept.names.set('shoe', sampleId('connector', 3)),
      /taken by no living connector/,
    ],
    [
      'a change that is not in the history',
      ({ kept }) => kept.changes.set(connectorId, ['health-changed']),
      /was created 1 times, its history says 0/,
    ],
    [
      'a change that is there twice',
      ({ kept }) => kept.changes.set(connectorId, ['created', 'created', 'health-changed']),
      /was created 1 times, its history says 2/,
    ],
    ['news that nobody heard', ({ left }) => (left.told = []), /changed 1 times, told 0/],
    [
      'news under two ids',
      ({ left }) => left.told.push({ id: 'evt-2', connectorId, type: ofHealth }),
      /changed 1 times, told 2/,
    ],
    ['news that still waits', ({ left }) => (left.waiting = 1), /wait to be told/],
  ])('finds %s', (_, breakIt, found) => {
    const day = quietDay();

    breakIt(day);

    expect(
      Object.values(judge(day.diary, [day.left]))
        .flat()
        .join('\n'),
    ).toMatch(found);
  });

  test('takes news that is told twice under one id', () => {
    const { diary, left } = quietDay();
    left.told.push(...left.told);
    expect(judge(diary, [left]).announcements).toEqual([]);
  });

  test('finds an upload that is lost, a state that cannot be, and an etag that comes back at once', () => {
    const { diary, left } = quietDay();
    const [line] = diary.lines;
    left.kept.secrets.clear();
    if (line) {
      settle(diary, line, { ...stateOf(record), paused: true }, 'next', 'a look');
      settle(diary, line, { ...stateOf(record), paused: true }, record.etag, 'a look');
    }

    expect(lostUploads(diary, [left])).toEqual([`${keyId} was uploaded and is lost`]);
    expect(diary.surprises.join('\n')).toMatch(/expected.*\n.*an etag came back/);
  });
});
