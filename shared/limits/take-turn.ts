import type { ConnectorStore, Turn } from '../ports/connector-store.ts';
import { Problem } from '../problems/problem.ts';
import type { WorkspaceId } from '../schemas/identifiers.ts';

export interface TurnRule {
  /** Under this name the turns are counted. */
  name: string;
  limit: number;
  windowSeconds: number;
  /** Where it is given, several turns of one subject count once. */
  subject?: string;
  /** What the reader of a refusal did too often. */
  what: string;
}

type Store = Pick<ConnectorStore, 'transaction'>;

/**
 * Counts a use before the work is done, failed ones too, exactly: the window slides, and the count is one record in the
 * store, whatever number of instances asks. Refuses with `rate-limited` and the time to wait. A flood of them costs the
 * store little: an instance asks it for one workspace once at a time, and knows until when the answer is no.
 */
export async function takeTurn(
  store: Store,
  workspace: WorkspaceId,
  rule: TurnRule,
  now: Date,
): Promise<void> {
  const line = lineOf(store, JSON.stringify([workspace, rule.name]));
  await inLine(line, async () => {
    refuseAgain(line, rule, now);
    await take(store, workspace, rule, now).catch((error: unknown) => {
      if (error instanceof TooMany) line.full = { since: now.getTime(), until: error.until };
      throw error;
    });
  });
}

async function take(
  store: Store,
  workspace: WorkspaceId,
  rule: TurnRule,
  now: Date,
): Promise<void> {
  const windowMs = rule.windowSeconds * 1000;
  await store.transaction(workspace, async (drawer) => {
    const turns = recent(await drawer.turns(rule.name), now.getTime() - windowMs);
    if (rule.subject !== undefined && turns.some(({ subject }) => subject === rule.subject)) return;
    const oldest = turns[turns.length - rule.limit];
    if (oldest) throw new TooMany(rule, Date.parse(oldest.at) + windowMs, now);
    const turn: Turn = { at: now.toISOString(), subject: rule.subject };
    drawer.putTurns(rule.name, [...turns, turn], new Date(now.getTime() + windowMs));
  });
}

function recent(turns: Turn[], since: number): Turn[] {
  return turns.filter(({ at }) => Date.parse(at) > since);
}

class TooMany extends Problem {
  /** In milliseconds since 1970: no turn ends before. */
  readonly until: number;
  constructor({ what, limit }: TurnRule, until: number, now: Date) {
    const retryAfterSeconds = Math.max(1, Math.ceil((until - now.getTime()) / 1000));
    super(
      'rate-limited',
      `Wait ${String(retryAfterSeconds)} seconds: a workspace may ${what} at most ${String(limit)} times in this span.`,
      { retryAfterSeconds },
    );
    this.until = until;
  }
}

/** Turns only become more until the oldest one ends; whoever has one already may go on. */
function refuseAgain({ full }: Line, rule: TurnRule, now: Date): void {
  if (!full || rule.subject !== undefined) return;
  const at = now.getTime();
  if (full.since <= at && at < full.until) throw new TooMany(rule, full.until, now);
}

interface Line {
  last: Promise<unknown>;
  /** How many are in it. */
  length: number;
  full: { since: number; until: number } | undefined;
}

const lines = new WeakMap<Store, Map<string, Line>>();
const mostLines = 10_000;

function lineOf(store: Store, name: string): Line {
  const all = lines.get(store) ?? new Map<string, Line>();
  lines.set(store, all);
  const line = all.get(name) ?? { last: Promise.resolve(), length: 0, full: undefined };
  all.set(name, line);
  const [oldest] = all.entries();
  if (all.size > mostLines && oldest?.[1].length === 0) all.delete(oldest[0]);
  return line;
}

/** One after the other, whatever became of the one before. */
async function inLine(line: Line, work: () => Promise<void>): Promise<void> {
  line.length += 1;
  const turn = line.last.then(work);
  line.last = turn.catch(() => undefined);
  await turn.finally(() => (line.length -= 1));
}
