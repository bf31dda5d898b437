import type { DatasetName } from '../../ports/warehouse.ts';
import { consolePages } from './console.ts';
import type { Cure } from './cure.ts';
import { block, grant, line } from './grant.ts';

const role = 'roles/bigquery.dataEditor';

/** How a colleague makes the dataset, with the right to write into it for this account. In Google's default place if none is told. */
export function createDataset(
  { project, dataset }: DatasetName,
  clientEmail: string,
  location: string | undefined,
): Cure {
  const granted = grant(role, clientEmail, { project, dataset });
  const place = location === undefined ? [] : [`--location=${location}`];
  return {
    text: `Check the name of the dataset. If it is right: ask whoever administers project ${project} to make dataset ${dataset} and to grant BigQuery Data Editor (${role}) on it to ${clientEmail}.`,
    consoleUrl: consolePages.bigQuery(project),
    bq: [line('bq', 'mk', '--dataset', ...place, `${project}:${dataset}`), granted.bq].join('\n'),
    terraform: [
      block('google_bigquery_dataset', {
        project,
        dataset_id: dataset,
        ...(location !== undefined && { location }),
      }),
      granted.terraform?.replace(/dataset_id = .*/, (member) =>
        member.replace(/=.*/, '= google_bigquery_dataset.connector.dataset_id'),
      ),
    ].join('\n\n'),
  };
}
