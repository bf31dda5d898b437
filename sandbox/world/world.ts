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
}

export interface WorldContents {
  projects: Project[];
  datasets: Dataset[];
  tables: Table[];
}

export function createWorld(contents: WorldContents, now: () => Date): World {
  const tables = new Map(contents.tables.map((table) => [keyOf(table), table]));
  const alive = (table: Table | undefined) =>
    table && (table.expiresAt === undefined || table.expiresAt > now()) ? table : undefined;
  return {
    project: (id) => contents.projects.find(({ project }) => project === id),
    datasets: (project) =>
      contents.datasets.filter((dataset) => dataset.project === project).toSorted(byDataset),
    dataset: (project, id) =>
      contents.datasets.find((each) => each.project === project && each.dataset === id),
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
  };
}

const keyOf = ({ project, dataset, table }: TableName) => JSON.stringify([project, dataset, table]);

const byDataset = (one: Dataset, other: Dataset) => (one.dataset < other.dataset ? -1 : 1);
