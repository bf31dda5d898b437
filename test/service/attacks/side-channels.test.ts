import { expect, test } from 'vitest';
import { type RunningService, withService } from '../running-service.ts';
import { subscribersEmail } from '../../support/subscribers-email.ts';
import { type Prepared, prepare } from './prepared.ts';

/** What no single answer gives away: time, and whose answer it is when many are asked at once. */
let service: RunningService;
let known: Prepared;
withService(async (started) => {
  service = started;
  known = await prepare(service);
});

test('threat 10: an id of another workspace takes no longer than one that never was', async () => {
  const other = await service.asker('b');
  const times = { foreign: [] as number[], invented: [] as number[] };
  const ids = {
    foreign: known.words.connectorA ?? '',
    invented: 'con-00000000000000000000000000',
  };
  for (let pair = 0; pair < 200; pair += 1) {
    for (const kind of ['foreign', 'invented'] as const) {
      const began = performance.now();
      expect((await other(`/list-connectors/${ids[kind]}`)).status).toBe(404);
      times[kind].push(performance.now() - began);
    }
  }
  const [foreign, invented] = [median(times.foreign), median(times.invented)];
  expect(Math.abs(foreign - invented)).toBeLessThan(Math.max(0.15 * invented, 2));
});

test('threat 14: validations of two workspaces at once name each its own account', async () => {
  const [a, b] = [await service.asker('a'), await service.asker('b')];
  const validate = async (ask: typeof a, keyId = '') =>
    ask('/validate-connection/', {
      body: { keyId, purposes: ['import'], uniqueContactField: subscribersEmail },
    });
  const both = Array.from({ length: 10 }, () => [
    validate(a, known.words.keyA),
    validate(b, known.words.keyB),
  ]);
  const answers = await Promise.all(both.flat());

  const { clientEmailA = '', clientEmailB = '' } = known.words;
  for (const [index, { text }] of answers.entries()) {
    const [own, others] =
      index % 2 === 0 ? [clientEmailA, clientEmailB] : [clientEmailB, clientEmailA];
    expect(text).toContain(own);
    expect(text).not.toContain(others);
  }
});

function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
}
