import http from 'node:http';
import { describe, expect, test } from 'vitest';
import { CallSettings } from '../../../../shared/adapters/google/rest-transport/call-settings.ts';
import { constructSettings } from '../../../../shared/adapters/google/rest-transport/construct-settings.ts';
import { googleError } from '../../../../shared/adapters/google/rest-transport/google-error.ts';
import { lastingAgent } from '../../../../shared/adapters/google/rest-transport/lasting-agent.ts';
import { repeatCall } from '../../../../shared/adapters/google/rest-transport/repeat-call.ts';
import { streamBudget } from '../../../../shared/adapters/google/rest-transport/stream-budget.ts';
import { listen } from '../../../support/listen.ts';

/** A clock on which every attempt takes as long as it may, and pauses take their time. */
function clock() {
  const time = { at: 0, attempts: [] as number[] };
  return {
    time,
    now: () => time.at,
    pause: async (ms: number) => {
      time.at += ms;
    },
    hang: async (deadlineMs: number): Promise<never> => {
      time.attempts.push(deadlineMs);
      time.at += deadlineMs;
      throw googleError(14, 'nobody answers');
    },
  };
}

const config = {
  interfaces: {
    service: {
      retry_codes: { transient: ['UNAVAILABLE'], none: [] },
      retry_params: {
        default: {
          initial_retry_delay_millis: 100,
          retry_delay_multiplier: 1.3,
          max_retry_delay_millis: 60_000,
          total_timeout_millis: 600_000,
        },
      },
      methods: {
        Read: {
          timeout_millis: 60_000,
          retry_codes_name: 'transient',
          retry_params_name: 'default',
        },
        Write: { timeout_millis: 60_000, retry_codes_name: 'none', retry_params_name: 'default' },
      },
    },
  },
};
const { read = new CallSettings(), write = new CallSettings() } = constructSettings(
  'service',
  config,
);

describe('a call’s time', () => {
  test('is 10 s an attempt and 25 s for all of them, whatever the client’s configuration allows', async () => {
    const { time, hang, ...given } = clock();

    await expect(repeatCall(read, hang, given)).rejects.toMatchObject({ code: 14 });

    const [first, second, third = Infinity, ...more] = time.attempts;
    expect([first, second, more]).toEqual([10_000, 10_000, []]);
    expect(third).toBeLessThan(5000);
    expect(time.at).toBeLessThanOrEqual(25_000);
  });

  test('is what the call gives it, all attempts together', async () => {
    const { time, hang, ...given } = clock();

    await expect(repeatCall(read.merge({ timeout: 3000 }), hang, given)).rejects.toThrow();

    expect(time.at).toBeLessThanOrEqual(3000);
  });

  test('is one attempt where a repetition might act twice', async () => {
    const { time, hang, ...given } = clock();

    await expect(repeatCall(write, hang, given)).rejects.toMatchObject({ code: 14 });

    expect(time.attempts).toEqual([10_000]);
  });

  test('is 20 s for all streams that one request begins', () => {
    let at = 0;
    const budget = streamBudget(() => at);
    const request = {};
    expect(budget.leftMs(request)).toBe(20_000);
    at = 19_999;
    expect(budget.leftMs(request)).toBe(1);
    expect(budget.leftMs({})).toBe(20_000);
    at = 20_000;
    expect(() => budget.leftMs(request)).toThrow(/DEADLINE_EXCEEDED/);
  });
});

describe('a connection', () => {
  test('is used again, but not after a minute’s rest', async () => {
    const sockets = new Set<unknown>();
    const origin = await listen((httpRequest, httpResponse) => {
      sockets.add(httpRequest.socket);
      httpResponse.end();
    });
    let at = 0;
    const agent = lastingAgent('http:', () => at);
    const call = async () =>
      new Promise<void>((resolve) => {
        http.get(origin, { agent: agent.forCall() }, (httpResponse) => {
          httpResponse.resume().on('close', () => setImmediate(resolve));
        });
      });

    await call();
    at = 60_000;
    await call();
    expect(sockets.size).toBe(1);
    at = 120_001;
    await call();
    expect(sockets.size).toBe(2);
    agent.close();
  });
});
