import type { Schemas } from '../../api/client.ts';
import { bytesOfGib, defaultBytes, fieldOf } from '../asked.ts';
import type { Draft } from '../draft.ts';

type Connection = Schemas['Connection'];

/** What the draft would be kept as, projects filled in as the service does; what it is not used for stays as it is. */
export function connectionOf(
  draft: Draft,
  { key, connection }: Pick<Schemas['Connector'], 'key' | 'connection'>,
): Connection {
  const or = (project: string | undefined) =>
    project === undefined || project.trim() === '' ? key.projectId : project.trim();
  const { purposes, exportDataset: target, jobProject, costLimitGib } = draft;
  const entered = purposes.includes('import') ? fieldOf(draft.field) : undefined;
  const field = entered
    ? { ...entered, project: or(entered.project) }
    : connection.uniqueContactField;
  const exportDataset =
    purposes.includes('export') && target.dataset !== ''
      ? { project: or(target.project), dataset: target.dataset }
      : connection.exportDataset;
  const bytes = bytesOfGib(costLimitGib) ?? defaultBytes;
  return {
    purposes,
    ...(field && { uniqueContactField: field }),
    ...(exportDataset && { exportDataset }),
    jobProject: or(jobProject),
    maximumBytesBilled: Number.isNaN(bytes) ? connection.maximumBytesBilled : bytes,
  };
}
