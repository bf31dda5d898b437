import type { FunctionCall } from './read-statement.ts';
import type { Edit } from './rewriting.ts';

/** What the engine cannot evaluate although BigQuery does, in terms of what it can. */
export function replaceCalls(calls: FunctionCall[], email: string): Edit[] {
  return calls.flatMap((call) => {
    if (call.name === 'SESSION_USER') return [{ ...call.whole, text: `'${email}'` }];
    if (call.name !== 'APPROX_COUNT_DISTINCT' || call.firstArgument === undefined) return [];
    const at = call.firstArgument;
    return [
      { ...call.name_, text: 'COUNT' },
      { start: at, end: at, text: 'DISTINCT ' },
    ];
  });
}
