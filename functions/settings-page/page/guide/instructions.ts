import { consolePages, consoleUrl } from '../../../../shared/validation/remedies/console.ts';
import { grant, line } from '../../../../shared/validation/remedies/grant.ts';
import { neededGrants } from '../../../../shared/validation/remedies/needed-grants.ts';
import { isGood, type Place, type Wanted } from './wanted.ts';

export type StepId = 'project' | 'account' | 'queries' | 'read' | 'write' | 'key' | 'hand-over';

export interface Instruction {
  id: StepId;
  consoleUrl?: string;
  command?: string;
}

/** Stand in the commands for what is not known yet; no project and no dataset can be called so by chance. */
const unknown: Record<Place, string> = {
  project: 'YOUR_PROJECT',
  dataset: 'YOUR_DATASET',
  exportDataset: 'YOUR_EXPORT_DATASET',
};

export const accountId = 'marketing-connector';

/** What the reader has told, with words in the place of what is missing or cannot be. */
export function named(wanted: Wanted): Wanted {
  const name = (place: Place) => (isGood(place, wanted[place]) ? wanted[place] : unknown[place]);
  return {
    purposes: wanted.purposes,
    project: name('project'),
    dataset: name('dataset'),
    exportDataset: name('exportDataset'),
  };
}

/** `example.com:shop` has accounts of `shop.example.com`. */
export function emailIn(project: string): string {
  const domain = project.split(':').toReversed().join('.');
  return `${accountId}@${domain}.iam.gserviceaccount.com`;
}

/** The grants of the checks themselves, so that who follows the guide passes them. */
export function grantsFor({ project, purposes, dataset, exportDataset }: Wanted) {
  return neededGrants({
    purposes,
    jobProject: project,
    field: { project, dataset },
    exportDataset: { project, dataset: exportDataset },
  });
}

/** Step by step, what whoever administers the project does. */
export function instructions(wanted: Wanted): Instruction[] {
  const all = named(wanted);
  const { project } = all;
  const email = emailIn(project);
  const open = (path: string) => consoleUrl(path, { project });
  const ofProject = `--project=${project}`;
  return [
    {
      id: 'project',
      consoleUrl: consolePages.enableBigQuery(project),
      command: [
        line('gcloud', 'config', 'set', 'project', project),
        line('gcloud', 'services', 'enable', 'bigquery.googleapis.com', ofProject),
      ].join('\n'),
    },
    {
      id: 'account',
      consoleUrl: open('/iam-admin/serviceaccounts/create'),
      command: line('gcloud', 'iam', 'service-accounts', 'create', accountId, ofProject),
    },
    ...grantsFor(all).map(({ role, on }): Instruction => {
      const { consoleUrl: page, gcloud, bq } = grant(role, email, on);
      const command = gcloud ?? bq;
      return { id: stepOf(role), ...(page && { consoleUrl: page }), ...(command && { command }) };
    }),
    {
      id: 'key',
      consoleUrl: open(`/iam-admin/serviceaccounts/details/${email}/keys`),
      command: line(
        ...['gcloud', 'iam', 'service-accounts', 'keys', 'create', `${accountId}.json`],
        ...[`--iam-account=${email}`, ofProject],
      ),
    },
    { id: 'hand-over' },
  ];
}

/** All commands as one text, each step under its title. */
export function allCommands(wanted: Wanted, titleOf: (id: StepId) => string): string {
  return instructions(wanted)
    .flatMap(({ id, command }) => (command === undefined ? [] : [`# ${titleOf(id)}\n${command}`]))
    .join('\n\n');
}

function stepOf(role: string): StepId {
  if (role === 'roles/bigquery.jobUser') return 'queries';
  return role === 'roles/bigquery.dataViewer' ? 'read' : 'write';
}
