import { setTimeout } from 'node:timers/promises';
import type { Answer, Operation, Refusal } from '../../shared/ports/answer.ts';
import type { Warehouse } from '../../shared/ports/warehouse.ts';
import type { GooglePorts } from '../../shared/validation/facts.ts';

const operations: Partial<Record<keyof Warehouse, Operation>> = {
  datasets: 'datasets.list',
  dataset: 'datasets.get',
  table: 'tables.get',
  permissionsOnTable: 'testIamPermissions',
  dryRun: 'jobs.insert.dryRun',
  query: 'jobs.query',
};

export interface WatchedGoogle {
  ports: GooglePorts;
  /** What was asked, in its order. */
  asked: () => Operation[];
}

export interface Watching {
  /** Whether Google fails at this question. */
  fails?: (operation: Operation) => boolean;
  /** How long each answer takes. */
  delayMs?: number;
  /** Told each call as it is made. */
  heard?: (operation: Operation) => void;
}

/** A Google whose every call is seen. What fails is asked of BigQuery twice, as its client does. */
export function watchedGoogle(google: GooglePorts, watching: Watching = {}): WatchedGoogle {
  const asked: Operation[] = [];
  const { fails = () => false, delayMs } = watching;
  const heard = watching.heard ?? ((operation: Operation) => void asked.push(operation));
  const ask = async <T>(operation: Operation, times: number, answer: () => Promise<Answer<T>>) => {
    for (let time = 0; time < times; time += 1) {
      heard(operation);
      if (delayMs !== undefined) await setTimeout(delayMs);
      if (!fails(operation)) return answer();
    }
    return { refusal: unavailable(operation) };
  };
  const { identity, projectPermissions } = google;
  const ports: GooglePorts = {
    identity: {
      certificates: async (...its) =>
        ask('certificates', 1, async () => identity.certificates(...its)),
      signIn: async (...its) => ask('token', 1, async () => identity.signIn(...its)),
    },
    projectPermissions: async (...its) =>
      ask('testIamPermissions', 1, async () => projectPermissions(...its)),
    openWarehouse(options) {
      const opened = google.openWarehouse(options);
      return new Proxy(opened, {
        get(_, name: keyof Warehouse) {
          const operation = operations[name];
          const method = Reflect.get(opened, name) as (
            ...its: unknown[]
          ) => Promise<Answer<unknown>>;
          if (!operation) return method;
          return async (...its: unknown[]) => ask(operation, 2, async () => method(...its));
        },
      });
    },
  };
  return { ports, asked: () => [...asked] };
}

function unavailable(operation: Operation): Refusal {
  const message = 'The service is currently unavailable.';
  const error = { code: 503, message, errors: [{ reason: 'backendError', message }] };
  return { kind: 'http', operation, httpStatus: 503, body: { error } };
}
