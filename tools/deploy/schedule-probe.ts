import { askedFor } from './asked-for.ts';
import { recordOf, type Schedule } from './read-outputs.ts';
import type { Probe } from './smoke-probes.ts';

export interface Looking {
  /** Where Cloud Scheduler is asked. */
  origin: string;
  /** Of an account that may look at jobs (cloudscheduler.jobs.get). */
  token: string | undefined;
  /** From when on an attempt counts: one before tells of what was there before. */
  since: Date;
}

/** What Google writes of a call that was not answered with 2xx, and what that is here. */
const reasons: Record<number, string> = {
  4: 'nobody answered in time',
  5: '404: its calls do not get through to the function (machine_ingress)',
  7: '403: IAM turns it away (roles/run.invoker)',
  13: 'the function failed: look at its log',
  14: 'the function could not do its work: look at its log',
  16: '401: the function, or IAM, does not take its token',
};

/**
 * Whether the schedule gets through: a door that is shut to people says nothing of the machines that have to come in, and
 * without them no connector is ever checked. It calls every minute by itself, so this waits for its next attempt.
 */
export function scheduleProbe({ job, state }: Schedule, { origin, token, since }: Looking): Probe {
  const what =
    state === 'PAUSED' ? 'the schedule rests, as it was told' : 'the schedule gets through';
  let seen: unknown;
  const fault = (told: Record<string, unknown>): string | undefined => {
    if (told.state !== state) return `it is ${String(told.state)}, and was told to be ${state}`;
    if (state === 'PAUSED') return undefined;
    const { lastAttemptTime: at, status } = told;
    if (typeof at !== 'string' || new Date(at) < since) return 'it has not called yet';
    const { code = 0 } = recordOf(status);
    if (code !== 0)
      return `its call was refused: ${reasons[Number(code)] ?? `code ${String(code)}`}`;
    // A call may have begun and not ended: what stands there then is still of the one before.
    if (at === seen) return undefined;
    seen = at;
    return 'it has only just called';
  };
  return {
    what,
    ask: async () => {
      if (token === undefined) return 'nobody can look: set GOOGLE_OAUTH_ACCESS_TOKEN';
      return askedFor(
        'GET',
        `${origin}/v1/${job}`,
        ({ status, json }) =>
          status === 200
            ? fault(recordOf(json))
            : `Cloud Scheduler answers ${String(status)}: may this account look at it (cloudscheduler.jobs.get)?`,
        { authorization: `Bearer ${token}` },
      );
    },
  };
}
