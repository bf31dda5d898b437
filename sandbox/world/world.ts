import type { Table, TableName } from './table.ts';

export interface Project {
  project: string;
  number: string;
  name: string;
  /** What stands in the way of every call, or of jobs alone. */
  trouble?: 'api-disabled' | 'perimeter' | 'deleted' | 'billing-closed';
  /** Works without billing, as what Google calls the BigQuery sandbox: tables live 60 days at the most. */
  withoutBilling?: boolean;
}

export interface Dataset {
  project: string;
  dataset: string;
  location: string;
  description?: string;
  labels?: Record<string, string>;
  defaultTableExpirationMs?: number;
  createdAt: Date;
  /** Views that may read this dataset's tables for callers who may not. */
  authorizedViews?: TableName[];
}

export interface World {
  project(id: string): Project | undefined;
  datasets(project: string): Dataset[];
  dataset(project: string, dataset: string): Dataset | undefined;
  /** By name, as Google lists them. What has expired is gone. */
  tables(dataset: Dataset): Table[];
  table(name: TableName): Table | undefined;
  put(table: Table): void;
  remove(name: TableName): void;
  /** In place of the one of its name, if there is one; its tables stay. */
  putDataset(dataset: Dataset): void;
}

export interface WorldContents {
  projects: Project[];
  datasets: Dataset[];
  tables: Table[];
}

export function createWorld(contents: WorldContents, now: () => Date): World {
  const tables = new Map(contents.tables.map((table) => [keyOf(table), table]));
  const datasets = new Map(contents.datasets.map((each) => [datasetKey(each), each]));
  const alive = (table: Table | undefined) =>
    table && (table.expiresAt === undefined || table.expiresAt > now()) ? table : undefined;
  return {
    project: (id) => contents.projects.find(({ project }) => project === id),
    datasets: (project) =>
      [...datasets.values()].filter((each) => each.project === project).toSorted(byDataset),
    dataset: (project, dataset) => datasets.get(datasetKey({ project, dataset })),
    tables: ({ project, dataset }) =>
      [...tables.values()]
        .filter((table) => table.project === project && table.dataset === dataset)
        .filter((table) => alive(table))
        .toSorted((one, other) => (one.table < other.table ? -1 : 1)),
    table: (name) => alive(tables.get(keyOf(name))),
    put(table) {
      tables.set(keyOf(table), table);
    },
    remove(name) {
      tables.delete(keyOf(name));
    },
    putDataset(dataset) {
      datasets.set(datasetKey(dataset), dataset);
    },
  };
}

const keyOf = ({ project, dataset, table }: TableName) => JSON.stringify([project, dataset, table]);

const datasetKey = ({ project, dataset }: Pick<Dataset, 'project' | 'dataset'>) =>
  JSON.stringify([project, dataset]);

const byDataset = (one: Dataset, other: Dataset) => (one.dataset < other.dataset ? -1 : 1);
