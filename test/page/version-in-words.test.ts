import { expect, test } from 'vitest';
import { type Draft, draftOf } from '../../functions/settings-page/page/draft/draft.ts';
import { connectionOf } from '../../functions/settings-page/page/draft/save/connection-of.ts';
import {
  differing,
  type Version,
} from '../../functions/settings-page/page/draft/save/version-in-words.ts';
import { sampleKeyRecord } from '../support/sample-records.ts';

const gib = 1024 ** 3;
const { keyId, key } = sampleKeyRecord();

const saved = (
  id: string,
  limit: number,
  more: Partial<Version['connection']> = {},
): Version & { name: string; etag: string } => ({
  ...{ name: 'Shop', etag: 'e1', keyId, key },
  connection: {
    purposes: ['import'],
    uniqueContactField: {
      ...{ project: key.projectId, dataset: 'crm', table: 'subscribers', column: 'number' },
      contactKey: { type: 'additionalField', id },
    },
    jobProject: key.projectId,
    maximumBytesBilled: limit,
    ...more,
  },
});

const lines = (mine: Version, theirs: Version) =>
  differing(mine, theirs).map(({ what, mine: one, theirs: other }) => [what, one, other]);

test('two versions differ by the id of an additional field and by the cost limit, too', () => {
  const before = saved('crm-number', 10 * gib);
  const draft: Draft = { ...draftOf(before), costLimitGib: '5' };
  draft.field = { ...draft.field, fieldId: 'loyalty' };
  const mine = { ...before, connection: connectionOf(draft, before) };

  expect(lines(mine, saved('crm-number', 2 * gib))).toEqual([
    [
      'Contact key',
      'An additional contact field: loyalty',
      'An additional contact field: crm-number',
    ],
    ['Cost limit of one query', '5 GiB', '2 GiB'],
  ]);
});

test('cost limits that round to the same are told apart', () => {
  const [one, other] = [saved('a', 5 * gib), saved('a', 5 * gib + 1024 ** 2)];

  expect(lines(one, other)).toHaveLength(1);
});

test('what a draft leaves alone is no difference, nor is the order of the purposes', () => {
  const exportDataset = { project: key.projectId, dataset: 'exports' };
  const both = saved('a', 10 * gib, { purposes: ['export', 'import'], exportDataset });
  const draft: Draft = { ...draftOf(both), purposes: ['import', 'export'] };

  expect(lines({ ...both, connection: connectionOf(draft, both) }, both)).toEqual([]);
  const importing: Draft = { ...draft, purposes: ['import'] };
  expect(lines({ ...both, connection: connectionOf(importing, both) }, both)).toHaveLength(1);
});
