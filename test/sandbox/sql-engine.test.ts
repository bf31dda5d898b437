import { expect, onTestFinished, test } from 'vitest';
import { EngineForgot, createSqlEngine } from '../../sandbox/engine/sql-engine.ts';

function newEngine() {
  const engine = createSqlEngine();
  onTestFinished(async () => engine.close());
  return engine;
}
const thousands = 'UNNEST(GENERATE_ARRAY(1, 15000))';
const endless = `SELECT COUNT(*) FROM ${thousands} AS a, ${thousands} AS b, ${thousands} AS c WHERE a * b * c < 0`;
const catalog = { simple_catalog: { name: 'none', builtin_function_options: {} } };

test('what nobody waits for any more is not begun once the engine has started', async () => {
  const engine = newEngine();
  const patience = new AbortController();
  const asked = engine.ask(
    'EvaluateQuery',
    { sql: endless, ...catalog },
    { signal: patience.signal },
  );

  patience.abort(new Error('nobody waits'));

  await expect(asked).rejects.toThrow('nobody waits');
});

test('what is ended while it runs takes no other question with it', async () => {
  const engine = newEngine();
  const before = engine.generation();
  const patience = new AbortController();
  const { signal } = patience;
  const slow = engine.ask('EvaluateQuery', { sql: endless, ...catalog }, { signal });
  await engine.ask('GetLanguageOptions', {}); // which is after the slow one on its way
  const quick = engine.ask('GetLanguageOptions', { maximum_features: true });

  patience.abort(new Error('nobody waits'));

  await expect(slow).rejects.toThrow('nobody waits');
  expect(await quick).toBeTruthy();
  expect(await engine.ask('GetLanguageOptions', {})).toBeTruthy();
  const stale = engine.ask('UnregisterCatalog', { registered_id: 0 }, { registeredIn: before });
  await expect(stale).rejects.toThrow(EngineForgot);
});
