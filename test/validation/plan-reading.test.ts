import { describe, expect, test } from 'vitest';
import { readingPlans } from '../../shared/validation/queries/plan-reading.ts';

const mebibyte = 1024 ** 2;
const table = { kind: 'TABLE', columns: [] };
const price = (mebibytes: number) => ({ bytesProcessed: mebibytes * mebibyte, tables: 1 });
const plans = (mebibytes: number, limit: number, bytesLeft: number, facts = table) =>
  readingPlans(price(mebibytes), facts, {
    limit: limit * mebibyte,
    bytesLeft: bytesLeft * mebibyte,
  }).map(({ maximumBytesBilled: cap, ...plan }) => ({ ...plan, cap: cap / mebibyte }));

describe('how keys are counted', () => {
  test('all of them, within the estimate and a little more', () => {
    expect(plans(100, 10_240, Infinity)[0]).toEqual({ cap: 120 });
    expect(plans(100, 10_240, 110)).toMatchObject([{ cap: 110 }, { byBudget: true, cap: 110 }]);
  });

  test('a share of them, where a day has bytes for no more; the owner would allow all', () => {
    expect(plans(1000, 10_240, 200)).toEqual([{ cap: 200, samplePercent: 16, byBudget: true }]);
  });

  test('a share of them by the owner’s own limit is no matter of the day', () => {
    expect(plans(1000, 100, Infinity)).toEqual([{ cap: 100, samplePercent: 8, byBudget: false }]);
    expect(plans(1000, 100, 50)).toEqual([{ cap: 50, samplePercent: 4, byBudget: false }]);
  });

  test('not at all below what the least query bills, nor a share of a view', () => {
    expect(plans(1, 10_240, 9)).toEqual([]);
    expect(plans(0, 10_240, 0)).toEqual([]);
    expect(plans(1000, 10_240, 200, { ...table, kind: 'VIEW' })).toEqual([]);
  });
});
