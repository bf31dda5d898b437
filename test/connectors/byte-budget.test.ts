import { describe, expect, test } from 'vitest';
import { billedAfter, bytesLeft } from '../../shared/connectors/byte-budget.ts';
import { sampleConnection } from '../support/sample-records.ts';

const gibibyte = 1024 ** 3;
const noon = new Date('2026-03-02T12:00:00.000Z');
const midnight = new Date('2026-03-03T00:00:00.000Z');
const connection = sampleConnection();

describe('the bytes of a day', () => {
  test('are a gibibyte, or what the owner allows one query', () => {
    expect(bytesLeft({ connection }, noon)).toBe(gibibyte);
    const careful = sampleConnection({ maximumBytesBilled: 10_485_760 });
    expect(bytesLeft({ connection: careful }, noon)).toBe(10_485_760);
  });

  test('are used up by what was billed today, and are there again with the next day of UTC', () => {
    const once = billedAfter(undefined, 1000, noon);
    const twice = billedAfter(once, gibibyte, noon);

    expect(twice).toEqual({ day: '2026-03-02', bytes: gibibyte + 1000 });
    expect(bytesLeft({ connection, billed: once }, noon)).toBe(gibibyte - 1000);
    expect(bytesLeft({ connection, billed: twice }, noon)).toBe(0);
    expect(bytesLeft({ connection, billed: twice }, midnight)).toBe(gibibyte);
    expect(billedAfter(twice, 5, midnight)).toEqual({ day: '2026-03-03', bytes: 5 });
  });
});
