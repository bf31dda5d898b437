import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  readDryRun,
  readJob,
  readQueryAnswer,
} from '../../../shared/adapters/google/job-answers.ts';
import { readTable } from '../../../shared/adapters/google/table-answer.ts';

const words = ['type', 'schema', 'fields', 'name', 'mode', 'numRows', 'creationTime', 'location'];
const more = [
  'timePartitioning',
  'field',
  'statistics',
  'query',
  'rows',
  'f',
  'v',
  'status',
  'state',
];
const jobs = ['jobComplete', 'jobReference', 'jobId', 'totalBytesProcessed', 'referencedTables'];
const leaf = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    'TABLE',
    '17',
    '-1',
    '1e400',
    '9000000000000000',
    '8999999999999999',
    '9'.repeat(40),
    NaN,
    '__proto__',
  ),
  fc.jsonValue({ maxDepth: 1 }),
);
/** Google's own words in places of their own and of others, as nobody promised them. */
const answer = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...words, ...more, ...jobs), tie('value'), { maxKeys: 8 }),
  ),
})).value;

const likeATable = fc.record({
  ...{ type: fc.constant('TABLE'), numRows: leaf, numBytes: leaf, schema: answer },
  ...{ creationTime: leaf, expirationTime: leaf, timePartitioning: answer, location: leaf },
});

test('an answer of Google is read, or is none; nothing that it says is thrown at', () => {
  fc.assert(
    fc.property(fc.oneof(answer, likeATable), (body) => {
      for (const read of [readTable, readDryRun, readQueryAnswer, readJob]) read(body);
      const table = readTable(body);
      const numbers = [table?.rows, table?.bytes].filter((number) => number !== undefined);
      for (const number of numbers) expect(Number.isSafeInteger(number) && number >= 0).toBe(true);
      for (const date of [table?.createdAt, table?.expiresAt])
        expect(date === undefined || !Number.isNaN(date.getTime())).toBe(true);
    }),
    { numRuns: 200 },
  );
});
