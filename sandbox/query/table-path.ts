import { invalid } from '../http/google-refusal.ts';
import type { TableName } from '../world/table.ts';

export interface Defaults {
  project: string;
  dataset?: string;
}

/** `table`, `dataset.table`, `project.dataset.table`, each part quoted or not, or all of it in one pair of backticks. A project may have a domain in front: `example.com:project`. */
export function tableOfPath(path: string[], defaults: Defaults): TableName {
  const { domain = '', rest = '' } =
    /^(?<domain>[^:]*:)?(?<rest>.*)$/su.exec(path.join('.'))?.groups ?? {};
  const parts = rest.split('.');
  const [table = '', dataset = defaults.dataset, project] = parts.toReversed();
  if (dataset === undefined) {
    throw invalid(`Table "${table}" must be qualified with a dataset (e.g. dataset.table).`);
  }
  if (parts.some((part) => part === '') || parts.length > 3) {
    throw invalid(`Invalid table-valued name: ${path.join('.')}`, 'invalidQuery');
  }
  return {
    project: project === undefined ? defaults.project : domain + project,
    dataset,
    table,
  };
}
