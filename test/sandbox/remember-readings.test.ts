import { expect, test } from 'vitest';
import type { EngineCall } from '../../sandbox/engine/engine-protocol.ts';
import { rememberReadings } from '../../sandbox/engine/remember-readings.ts';

/** An engine that notes what it is asked, and says no to one statement. */
function engine() {
  const asked: [EngineCall, object][] = [];
  const remembering = rememberReadings({
    async ask<Answer>(call: EngineCall, request: object): Promise<Answer> {
      asked.push([call, request]);
      if (JSON.stringify(request).includes('broken')) throw new Error('no statement');
      return { call } as Answer;
    },
    generation: () => 1,
    close: async () => undefined,
  });
  return { asked, remembering };
}

test('a statement is read once for each set of columns that it may name', async () => {
  const { asked, remembering } = engine();
  const reading = (columns: string[]) => ({ sql_statement: 'SELECT 1', columns });

  await remembering.ask('Analyze', reading(['a']));
  await remembering.ask('Analyze', reading(['a']));
  await remembering.ask('Analyze', reading(['a', 'b']));

  expect(asked.map(([, request]) => request)).toEqual([reading(['a']), reading(['a', 'b'])]);
});

test('what runs is run each time, and a refusal is not kept', async () => {
  const { asked, remembering } = engine();

  await remembering.ask('EvaluateQuery', { sql: 'SELECT 1' });
  await remembering.ask('EvaluateQuery', { sql: 'SELECT 1' });
  for (let turn = 0; turn < 2; turn += 1) {
    await expect(remembering.ask('Parse', { sql: 'broken' })).rejects.toThrow('no statement');
  }

  expect(asked).toHaveLength(4);
});
