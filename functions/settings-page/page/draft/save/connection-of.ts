import type { Schemas } from '../../api/client.ts';
import { fieldOf } from '../asked.ts';
import type { Draft } from '../draft.ts';

type Connection = Schemas['Connection'];

/** What the draft would be kept as, projects filled in as the service does. */
export function connectionOf(
  draft: Draft,
  { key, connection }: Pick<Schemas['Connector'], 'key' | 'connection'>,
): Connection {
  const { projectId } = key;
  const { purposes, exportDataset, jobProject } = draft;
  const field = fieldOf(draft.field);
  const or = (project: string | undefined) =>
    project === undefined || project.trim() === '' ? projectId : project.trim();
  return {
    purposes,
    ...(field && { uniqueContactField: { ...field, project: or(field.project) } }),
    ...(exportDataset.dataset !== '' && {
      exportDataset: { project: or(exportDataset.project), dataset: exportDataset.dataset },
    }),
    jobProject: or(jobProject),
    maximumBytesBilled: connection.maximumBytesBilled,
  };
}
