import type { ConnectorId, WorkspaceId } from '../schemas/identifiers.ts';
import type { DueConnector } from './connector-store.ts';

/** One check of one connector, to be done once. */
export interface CheckTask {
  /** Two tasks of one name are one task, as long as the queue remembers the name. */
  name: string;
  workspace: WorkspaceId;
  connectorId: ConnectorId;
}

export interface TaskQueue {
  /** `known` where a task of that name is there or was done lately. */
  add(task: CheckTask): Promise<'added' | 'known'>;
  /** More than one run could do: the same function is asked again, once, where it was left. */
  addContinuation(continuation: { name: string; after: DueConnector }): Promise<'added' | 'known'>;
}
