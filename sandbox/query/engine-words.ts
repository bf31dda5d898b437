import { EngineRefusal } from '../engine/sql-engine.ts';
import { type GoogleRefusal, invalid } from '../http/google-refusal.ts';
import type { Rewritten } from './rewriting.ts';

/** The engine says `… [at 1:8]`, BigQuery `… at [1:8]`; and the place is one of the caller's text. */
export function inBigQuerysWords(error: unknown, rewritten?: Rewritten): unknown {
  if (!(error instanceof EngineRefusal)) return error;
  const [, sentence = error.message, line, column] = place.exec(error.message) ?? [];
  if (error.unsupported) return unsupported(error);
  if (line === undefined) return invalid(sentence, 'invalidQuery');
  const at = { line: Number(line), column: Number(column) };
  const before = rewritten ? rewritten.positionBefore(at.line, at.column) : at;
  return invalid(
    `${sentence} at [${String(before.line)}:${String(before.column)}]`,
    'invalidQuery',
  );
}

const place = /^([\s\S]*) \[at (\d+):(\d+)\]$/;

function unsupported({ message }: EngineRefusal): GoogleRefusal {
  return invalid(
    `${message}. BigQuery can do this; the SQL engine of this sandbox cannot.`,
    'invalidQuery',
  );
}
