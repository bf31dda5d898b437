import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type * as adapter from '../../../../shared/adapters/google/bigquery-warehouse.ts';
import { google } from '../../../../shared/adapters/google/endpoints.ts';
import { exchange } from '../../../../shared/adapters/google/rest-transport/exchange.ts';
import { turns } from '../../../../shared/adapters/google/rest-transport/turns.ts';
import { type Bundled, bundleClients } from '../../../support/bundle-clients.ts';
import { listen } from '../../../support/listen.ts';

/** As long as `expect.poll` waits: of itself `vi.waitFor` gives up after a second. */
const waitMs = 60_000;

const mostColumns = 10_000;
const table = { project: 'p', dataset: 'd', table: 't' };

describe('THREATS 30: a table in a bundle', () => {
  let bundled: Bundled<typeof adapter>;
  beforeAll(async () => {
    bundled = await bundleClients(
      `export { bigqueryWarehouse } from './shared/adapters/google/bigquery-warehouse.ts';`,
    );
  });
  afterAll(() => {
    bundled.remove();
  });

  const answered = async (nameLength: number) => {
    const name = 'n'.repeat(nameLength);
    const fields = Array.from({ length: mostColumns }, () => ({ name, type: 'STRING' }));
    let asked = 0;
    const origin = await listen((_, httpResponse) => {
      asked += 1;
      httpResponse
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ type: 'TABLE', schema: { fields } }));
    });
    const warehouse = bundled.module.bigqueryWarehouse({ ...google, bigquery: origin })({
      accessToken: { token: 'abc' },
      jobProject: 'p',
      labels: {},
      signal: new AbortController().signal,
    });
    return { answer: await warehouse.table(table), asked };
  };

  test('with as many columns as there may be, and names as long, is read', async () => {
    const { answer } = await answered(300);
    expect('value' in answer && answer.value.columns).toHaveLength(mostColumns);
  });

  test('of more than 4 MiB is not, and not asked for again', async () => {
    const { answer, asked } = await answered(500);
    expect(answer).toEqual({
      refusal: { kind: 'transport', operation: 'tables.get', fault: 'too-large' },
    });
    expect(asked).toBe(1);
  });
});

describe('THREATS 30: of large answers', () => {
  /** A server that sends a hundred bytes to whoever asks, and ends when it is told to. */
  const sender = async () => {
    const begun: ServerResponse[] = [];
    const origin = await listen(({ url }, httpResponse) => {
      if (url === '/small') httpResponse.end('small');
      else {
        httpResponse.write('x'.repeat(100));
        begun.push(httpResponse);
      }
    });
    const { hostname: host, port } = new URL(origin);
    const large = { bytes: 50, turns: turns(1) };
    const stopped = new AbortController();
    const ask = async (path = '/', signal?: AbortSignal) =>
      exchange(
        { protocol: 'http:', host, port: Number(port) },
        { verb: 'GET', path, headers: {} },
        { deadlineMs: 60_000, mostBytes: 1000, large, signal },
      );
    const untilBegun = async (count: number) =>
      vi.waitFor(() => {
        expect(begun).toHaveLength(count);
      }, waitMs);
    return { begun, ask, untilBegun, stopped };
  };

  test('so many are read at once; the others wait, and what is small does not', async () => {
    const { begun, ask, untilBegun } = await sender();
    const over: string[] = [];
    const first = ask().then(() => over.push('first'));
    await untilBegun(1);
    await ask('/small');
    const second = ask().then(() => over.push('second'));
    await untilBegun(2);
    begun[1]?.end();
    for (let round = 0; round < 3; round += 1) await ask('/small');
    expect(over).toEqual([]);

    begun[0]?.end();
    await Promise.all([first, second]);
    expect(over).toEqual(['first', 'second']);
  });

  test('one that is given up leaves its turn to the next', async () => {
    const { begun, ask, untilBegun, stopped } = await sender();
    const first = ask('/', stopped.signal);
    first.catch(() => undefined);
    await untilBegun(1);
    await ask('/small');
    const second = ask();
    await untilBegun(2);
    begun[1]?.end();
    stopped.abort();
    await expect(first).rejects.toThrow('the caller no longer waits');
    expect((await second).text).toHaveLength(100);
  });

  test('one that is given up while it waits takes no turn', () => {
    const { take } = turns(1);
    const begun: string[] = [];
    const leave = (name: string) =>
      take(() => {
        begun.push(name);
      });
    const first = leave('first');
    const second = leave('second');
    leave('third');
    second();
    first();
    first();
    expect(begun).toEqual(['first', 'third']);
  });
});
