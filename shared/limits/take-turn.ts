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

/**
 * Counts a use before the work is done, failed ones too, exactly: the window slides, and the count is one record in the
 * store, whatever number of instances asks. Refuses with `rate-limited` and the time to wait.
 */
export async function takeTurn(
  store: Pick<ConnectorStore, 'transaction'>,
  workspace: WorkspaceId,
  rule: TurnRule,
  now: Date,
): Promise<void> {
  const windowMs = rule.windowSeconds * 1000;
  await store.transaction(workspace, async (drawer) => {
    const turns = recent(await drawer.turns(rule.name), now.getTime() - windowMs);
    if (rule.subject !== undefined && turns.some(({ subject }) => subject === rule.subject)) return;
    const oldest = turns[turns.length - rule.limit];
    if (oldest) throw tooMany(rule, Date.parse(oldest.at) + windowMs - now.getTime());
    const turn: Turn = { at: now.toISOString(), subject: rule.subject };
    drawer.putTurns(rule.name, [...turns, turn], new Date(now.getTime() + windowMs));
  });
}

function recent(turns: Turn[], since: number): Turn[] {
  return turns.filter(({ at }) => Date.parse(at) > since);
}

function tooMany({ what, limit }: TurnRule, waitMs: number): Problem {
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1000));
  return new Problem(
    'rate-limited',
    `Wait ${String(retryAfterSeconds)} seconds: a workspace may ${what} at most ${String(limit)} times in this span.`,
    { retryAfterSeconds },
  );
}
