import { describe, expect, test } from 'vitest';
import { judge, newTable, rowNames, type Tally, type Told } from './judge.ts';
import type { Trouble } from './script.ts';

const removed: Trouble = { kind: 'permission', from: 10, to: 20 };
const blip: Trouble = { kind: 'blip', from: 10, to: 10.1 };
const broken = (hour: number): Told => ({ id: `evt-${String(hour)}`, hour, to: 'broken' });
const healthy = (hour: number): Told => ({ ...broken(hour), to: 'healthy' });

/** Who judges is judged first: of each row what is not as it should be. */
function found(troubles: Trouble[], told: Told[], blind: { from: number; to: number }[] = []) {
  const table = newTable();
  judge(table, troubles, told, { blind, end: 200 });
  const faults = ['duplicates', 'missed', 'late', 'false'] as const;
  return rowNames.flatMap((name) => {
    const row: Partial<Tally> = table[name] ?? {};
    return faults.flatMap((fault) =>
      row[fault] ? [`${name}: ${String(row[fault])} ${fault}`] : [],
    );
  });
}

describe('the judge of the simulation', () => {
  test.each<[string, Trouble[], Told[], string[]]>([
    ['is content with a break and its end', [removed], [broken(11), healthy(21)], []],
    ['is content with silence about what passes', [blip], [], []],
    ['misses a break', [removed], [], ['permission: 1 missed', 'permission, ended: 1 missed']],
    ['misses an end', [removed], [broken(11)], ['permission, ended: 1 missed']],
    ['finds one too late', [removed], [broken(12), healthy(21)], ['permission: 1 late']],
    [
      'finds one told twice',
      [removed],
      [broken(11), broken(12), healthy(21)],
      ['permission: 1 duplicates'],
    ],
    [
      'finds an end told twice',
      [removed],
      [broken(11), healthy(21), healthy(22)],
      ['permission, ended: 1 duplicates'],
    ],
    ['finds one told of what passes', [blip], [broken(10.2)], ['blip: 1 false']],
    ['finds one told of nothing', [], [broken(50)], ['nothing at all: 1 false']],
    [
      'finds one told before it was so',
      [removed],
      [broken(9), broken(11), healthy(21)],
      ['nothing at all: 1 false'],
    ],
  ])('%s', (_, troubles, told, expected) => {
    expect(found(troubles, told)).toEqual(expected);
  });

  test('gives time where nobody could see anything', () => {
    const blind = [{ from: 9, to: 12 }];
    expect(found([removed], [broken(13), healthy(21)], blind)).toEqual([]);
    expect(found([removed], [broken(14), healthy(21)], blind)).toEqual(['permission: 1 late']);
  });

  test('lets pass unseen what was over before anybody could see it, but for half of it', () => {
    const short: Trouble = { kind: 'permission', from: 10, to: 11 };
    expect(found([short], [])).toEqual([]);
    expect(found([short], [broken(10.9), healthy(12)])).toEqual([]);
    expect(found([short], [broken(10.9)])).toEqual(['permission, ended: 1 missed']);
  });
});
