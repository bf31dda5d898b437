import type { EngineCall } from './engine-protocol.ts';
import type { Asked, SqlEngine } from './sql-engine.ts';

/** Calls whose answer depends on what they are given alone: a statement, and the columns that it may name. */
const readings: ReadonlySet<EngineCall> = new Set([
  'Analyze',
  'ExtractTableNamesFromStatement',
  'Parse',
]);
const most = 200;

/** An engine that reads each statement once: a health check, or a page, asks the same again and again. */
export function rememberReadings(engine: SqlEngine): SqlEngine {
  const known = new Map<string, Promise<unknown>>();
  return {
    ...engine,
    ask<Answer>(call: EngineCall, request: object, more?: Asked): Promise<Answer> {
      if (!readings.has(call) || more) return engine.ask<Answer>(call, request, more);
      const key = call + JSON.stringify(request);
      const answer = known.get(key) ?? engine.ask(call, request);
      known.delete(key); // what was asked last is forgotten last
      known.set(key, answer);
      const [oldest] = known.keys();
      if (oldest !== undefined && known.size > most) known.delete(oldest);
      answer.catch(() => known.delete(key));
      return answer as Promise<Answer>;
    },
  };
}
