import { describe, expect, test } from 'vitest';
import { localScheduler } from '../../../shared/adapters/local/local-scheduler.ts';
import { virtualTimer } from '../../support/virtual-timer.ts';

const minute = 60_000;

function stage(run: (signal: AbortSignal) => Promise<unknown> = () => Promise.resolve()) {
  const timer = virtualTimer('2026-03-02T09:00:20.000Z');
  const runs: string[] = [];
  const lines: unknown[] = [];
  const scheduler = localScheduler({
    timer,
    log: (event, facts) => lines.push({ event, facts }),
    async run(signal) {
      runs.push(timer.now().toISOString().slice(11, 19));
      await run(signal);
    },
  });
  return { timer, runs, lines, scheduler };
}

describe('the schedule of a laptop', () => {
  test('asks at every full minute', async () => {
    const { timer, runs } = stage();

    await timer.pass(3 * minute);

    expect(runs).toEqual(['09:01:00', '09:02:00', '09:03:00']);
  });

  test('leaves out what falls due while a run goes on', async () => {
    let end: () => void = () => undefined;
    const { timer, runs } = stage(() => new Promise<void>((resolve) => (end = resolve)));

    await timer.pass(3 * minute);
    end();
    await timer.pass(minute);

    expect(runs).toEqual(['09:01:00', '09:04:00']);
  });

  test('goes on after a run that failed, and says by one line that it did', async () => {
    const { timer, runs, lines } = stage(() => Promise.reject(new TypeError('a secret')));

    await timer.pass(2 * minute);

    expect(runs).toHaveLength(2);
    expect(lines[0]).toEqual({ event: 'schedule-failed', facts: { error: 'TypeError' } });
  });

  test('asks once a minute where its timer ends a moment too early', async () => {
    const { timer, runs } = stage();
    await timer.pass(1000);
    timer.setClock('2026-03-02T09:00:20.999Z');

    await timer.pass(3 * minute);

    expect(runs).toEqual(['09:00:59', '09:02:00', '09:03:00']);
  });

  test('follows a clock that was set back', async () => {
    const { timer, runs } = stage();
    await timer.pass(minute);

    timer.setClock('2026-03-01T09:00:50.000Z');
    await timer.pass(2 * minute);

    expect(runs.length).toBeGreaterThanOrEqual(3);
    expect(runs.at(-1)).toBe('09:02:00');
  });

  test('starts nothing more once it is closed, and waits for what runs as long as it is told', async () => {
    let stopped = false;
    const { timer, runs, scheduler } = stage((signal) => {
      signal.addEventListener('abort', () => (stopped = true));
      return new Promise(() => undefined);
    });
    await timer.pass(minute);

    const closing = scheduler.close(5000);
    await timer.pass(5 * minute);
    await closing;

    expect(runs).toHaveLength(1);
    expect(stopped).toBe(true);
    expect(timer.pending()).toBe(0);
  });
});
