import { random } from '../../sandbox/world/random.ts';
import { type Arena, openArena, type Sabotage } from './arena.ts';
import { turnTable } from './checking.ts';
import type { Customer } from './customer.ts';
import { type Diary, newDiary } from './diary.ts';
import { heal } from './heal.ts';
import { type Findings, judge, lostUploads, orphansIn } from './judge.ts';
import { leftOf } from './left.ts';
import { nextStep } from './steps.ts';
import { newTally, type Tally } from './tally.ts';

export interface Chaos {
  operations: number;
  seed: number;
  /** Whether anybody is killed at all. */
  kills?: boolean;
  sabotage?: Sabotage;
  /** What a run waits for that has had its operations, until it has had ten times as many. */
  until?: () => boolean;
}

export interface Outcome {
  tally: Tally;
  kills: number;
  connectors: number;
  /** Keys, records and names that did not agree before anything healed, and how many announcements waited. */
  orphansBefore: number;
  waitingBefore: number;
  told: number;
  findings: Findings;
  /** What nobody can explain: other states than those that may be, 5xx, processes that end by themselves. */
  surprises: string[];
}

/** Two in each workspace, each at one thing at a time, all at the same functions. */
const workspaces = ['acme', 'globex'];
const inEach = 2;
const mostTimes = 10;

export async function chaos(asked: Chaos): Promise<Outcome> {
  const { operations, seed, kills = true, sabotage, until = () => true } = asked;
  const arena = await openArena(sabotage);
  try {
    const diary = newDiary();
    const tally = newTally();
    const customers = workspaces.flatMap((workspace) =>
      Array.from({ length: inEach }, (_, at): Customer => {
        const prefix = `${workspace} ${String(at)}`;
        const own = random(`${String(seed)} ${prefix}`);
        const lists = { lines: [], keys: [], validations: [] };
        return { arena, diary, tally, random: own, workspace, prefix, kills, ...lists };
      }),
    );
    const [first] = customers;
    if (first) await turnTable(first);
    const goesOn = () => {
      const { asked: count } = tally.total();
      return count < operations || (!until() && count < operations * mostTimes);
    };
    await Promise.all(customers.map(async (each) => live(each, goesOn)));
    return await outcomeOf(arena, { diary, tally, kills: arena.instances.kills() });
  } finally {
    await arena.close();
  }
}

async function live(customer: Customer, goesOn: () => boolean): Promise<void> {
  while (goesOn()) await nextStep(customer.random)(customer);
}

async function outcomeOf(
  arena: Arena,
  { diary, tally, kills }: { diary: Diary; tally: Tally; kills: number },
): Promise<Outcome> {
  const before = await leftOf(arena, workspaces);
  const uploads = lostUploads(diary, before);
  const healed = await heal(arena);
  const after = await leftOf(arena, workspaces);
  const findings = judge(diary, after);
  return {
    tally,
    kills,
    connectors: diary.lines.length,
    orphansBefore: before.flatMap(({ kept }) => orphansIn(kept)).length,
    waitingBefore: before.reduce((sum, { waiting }) => sum + waiting, 0),
    told: after.reduce((sum, { told }) => sum + told.length, 0),
    findings: { ...findings, lost: [...uploads, ...findings.lost] },
    surprises: [...diary.surprises, ...healed],
  };
}
