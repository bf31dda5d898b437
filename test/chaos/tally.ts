import type { Asked } from './instances.ts';

export interface Row {
  asked: number;
  answered: number;
  /** Of which 4xx: a no that the caller can mend. */
  refused: number;
  killed: number;
  /** 5xx while locks of a killed process were still held; while the emulator was stuck; and all others. */
  explained: number;
  stuck: number;
  unexplained: number;
}

export interface Tally {
  rows: Map<string, Row>;
  count: (what: string, asked: Asked) => void;
  total: () => Row;
}

const none: Row = {
  asked: 0,
  answered: 0,
  refused: 0,
  killed: 0,
  explained: 0,
  stuck: 0,
  unexplained: 0,
};

/** An emulator that answers needs milliseconds. Of one that needs seconds, 14 of them are not enough for a transaction. */
const stuckMs = { longest: 2_000, whole: 7_000 };

/** Why an answer was 5xx. */
export function reasonOf({ disturbed, waits }: Asked): 'explained' | 'stuck' | 'unexplained' {
  if (disturbed) return 'explained';
  const stuck = waits.longest > stuckMs.longest || waits.whole > stuckMs.whole;
  return stuck ? 'stuck' : 'unexplained';
}

export function newTally(): Tally {
  const rows = new Map<string, Row>();
  return {
    rows,
    count(what, asked) {
      const { answered, killed } = asked;
      const row = rows.get(what) ?? { ...none };
      rows.set(what, row);
      const status = answered?.status ?? 0;
      row.asked += 1;
      if (status >= 500) row[reasonOf(asked)] += 1;
      else if (answered) row.answered += 1;
      else if (killed) row.killed += 1;
      else row.unexplained += 1;
      if (status >= 400 && status < 500) row.refused += 1;
    },
    total() {
      const sum = { ...none };
      for (const row of rows.values())
        for (const name of Object.keys(sum) as (keyof Row)[]) sum[name] += row[name];
      return sum;
    },
  };
}
