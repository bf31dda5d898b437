import { setTimeout } from 'node:timers/promises';
import { GoogleStatus, type StatusWord } from '../rpc/google-status.ts';

export interface PlannedFault<Operation extends string> {
  operation: Operation;
  /** `silence` is no answer at all; without one, the usual answer is given, after `delayMs`. */
  status?: StatusWord | 'silence';
  /** The change is made, and the answer says that it failed. */
  afterActing?: boolean;
  /** The payload arrives with a byte changed. */
  damaged?: boolean;
  delayMs?: number;
  /** How many calls; if left out, one. */
  times?: number;
}

/** Failures that wait for their calls. */
export function plannedFaults<Operation extends string>() {
  let waiting: (PlannedFault<Operation> & { times: number })[] = [];
  let patience = new AbortController();
  return {
    add: (fault: PlannedFault<Operation>): void => {
      waiting.push({ times: 1, ...fault });
    },
    /** Forgets all, and ends every silence and delay. */
    clear(): void {
      waiting = [];
      patience.abort();
      patience = new AbortController();
    },
    take(operation: Operation): PlannedFault<Operation> | undefined {
      const fault = waiting.find((each) => each.operation === operation);
      if (!fault) return undefined;
      fault.times -= 1;
      waiting = waiting.filter(({ times }) => times > 0);
      return fault;
    },
    /** Waits as long as the fault says; a silence ends when faults are forgotten. */
    async wait({ status, delayMs }: PlannedFault<Operation>): Promise<void> {
      const { signal } = patience;
      if (status === 'silence') {
        await new Promise<void>((resolve) => {
          signal.addEventListener('abort', () => {
            resolve();
          });
        });
        throw new GoogleStatus('UNAVAILABLE', sentences.UNAVAILABLE);
      }
      if (delayMs !== undefined) {
        await setTimeout(delayMs, undefined, { signal }).catch(() => undefined);
      }
    },
    refuse({ status }: PlannedFault<Operation>): void {
      if (status === undefined || status === 'silence') return;
      throw new GoogleStatus(status, sentences[status] ?? 'The request failed.');
    },
  };
}

const sentences: Partial<Record<StatusWord, string>> & { UNAVAILABLE: string } = {
  UNAVAILABLE: 'The service is currently unavailable.',
  ABORTED: 'The operation was aborted.',
  DEADLINE_EXCEEDED: 'Deadline expired before operation could complete.',
  INTERNAL: 'Internal error encountered.',
  RESOURCE_EXHAUSTED:
    "Quota exceeded for quota metric 'Access requests' and limit 'Access requests per minute' of service 'secretmanager.googleapis.com'.",
};
