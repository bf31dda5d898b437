import { GoogleStatus, permissionDenied } from '../rpc/google-status.ts';
import { type PlannedFault, plannedFaults } from '../secret-manager/planned-faults.ts';
import { type KeptTask, readTask } from './task-shape.ts';

export interface CloudTasks {
  /** The request in the JSON of the REST reference, answered in it. Refuses with a GoogleStatus. */
  createTask: (queue: string, request: unknown) => Promise<object>;
  tasks: () => KeptTask[];
  /** All that wait are done, and so deleted; their names are not free yet. Tells what was sent where. */
  runAll: () => KeptTask['httpRequest'][];
  fail: (fault: Omit<PlannedFault<'createTask'>, 'operation'>) => void;
  /** Everybody is refused this permission from now on. */
  deny: (permission: string) => void;
  /** Forgets denials and faults, and ends every silence. */
  recover: () => void;
  /** How often it was asked to create a task. */
  asked: () => number;
}

/** Google says one hour of old and up to four of late; whoever adds must not count on less. */
const rememberedMs = 3_600_000;

export interface CloudTasksOptions {
  now?: () => Date;
  /** Does a task; resolves when it is over. Where it is left out tasks wait, and nobody is called. */
  deliver?: (task: KeptTask) => Promise<void>;
}

/** A stand-in for Cloud Tasks: it keeps tasks in memory. */
export function createCloudTasks(
  queues: readonly string[],
  { now = () => new Date(), deliver }: CloudTasksOptions = {},
): CloudTasks {
  const waiting = new Map<string, KeptTask>();
  const deleted = new Map<string, number>();
  const faults = plannedFaults<'createTask'>();
  const denied = new Set<string>();
  let asked = 0;

  const refuseDenied = (permission: string, resource: string): void => {
    if (denied.has(permission)) throw permissionDenied(permission, resource);
  };
  const end = (name: string): void => {
    if (waiting.delete(name)) deleted.set(name, now().getTime());
  };
  const create = (queue: string, request: unknown): object => {
    const task = readTask(queue, request);
    refuseDenied('iam.serviceAccounts.actAs', task.httpRequest.oidcToken.serviceAccountEmail);
    if (!queues.includes(queue))
      throw new GoogleStatus('NOT_FOUND', 'Requested entity was not found.');
    const deletedAt = deleted.get(task.name) ?? -Infinity;
    if (waiting.has(task.name) || now().getTime() - deletedAt < rememberedMs) {
      throw new GoogleStatus('ALREADY_EXISTS', 'Requested entity already exists');
    }
    waiting.set(task.name, task);
    void deliver?.(task).then(() => {
      end(task.name);
    });
    const { url, httpMethod, headers, oidcToken } = task.httpRequest;
    const createTime = now().toISOString();
    return {
      ...task,
      httpRequest: { url, httpMethod, headers, oidcToken }, // the BASIC view, which leaves out the body
      createTime,
      scheduleTime: createTime,
      view: 'BASIC',
    };
  };

  return {
    async createTask(queue, request) {
      asked += 1;
      const fault = faults.take('createTask');
      if (fault) await faults.wait(fault);
      refuseDenied('cloudtasks.tasks.create', queue);
      if (fault && fault.afterActing !== true) faults.refuse(fault);
      const usual = create(queue, request);
      if (fault) faults.refuse(fault);
      return usual;
    },
    tasks: () => structuredClone([...waiting.values()]),
    runAll() {
      const sent = [...waiting.values()].map(({ httpRequest }) => httpRequest);
      for (const name of waiting.keys()) end(name);
      return sent;
    },
    fail(fault) {
      faults.add({ operation: 'createTask', ...fault });
    },
    deny(permission) {
      denied.add(permission);
    },
    recover() {
      denied.clear();
      faults.clear();
    },
    asked: () => asked,
  };
}
