import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type DriftingConnector, driftingConnector } from '../../support/drifting-connector.ts';
import { functionsOverSandbox, type OverSandbox } from '../../support/functions-over-sandbox.ts';

/** One stand-in for all tests of drift; each has a connector, a dataset and a table of its own. */
export function driftStage() {
  let over: OverSandbox;
  let saved: DriftingConnector;
  beforeAll(async () => {
    over = await functionsOverSandbox(5000);
  });
  afterEach(async () => {
    await over.mend();
    saved.publish(undefined);
    await saved.remove();
  });
  afterAll(async () => over.close());
  return {
    now: () => over.google.now(),
    fault: async (fault: object) => over.fault(fault),
    mend: async () => over.mend(),
    save: async (options?: Parameters<typeof driftingConnector>[1]) => {
      saved = await driftingConnector(over, options);
      expect(saved.outcome).toBe('passed');
      return saved;
    },
    /** What each announcement of it said, in short. */
    said: () =>
      saved
        .told()
        .map(({ type, data }) => [
          type === 'connector.drift.found' ? 'drift' : `${data.from} → ${data.to}`,
          ...(data.differences ?? []).map(({ aspect, is }) => `${aspect}: ${is}`),
        ]),
  };
}

export type DriftStage = ReturnType<typeof driftStage>;
