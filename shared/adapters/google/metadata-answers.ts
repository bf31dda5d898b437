import * as z from 'zod';
import type { DatasetFacts, Listed, TableSummary } from '../../ports/warehouse.ts';
import { dateOf, int64, location, name } from './lenient.ts';

/** BigQuery's answers about datasets, and its lists. */
const datasets = z.object({
  datasets: z.array(z.object({ datasetReference: z.object({ datasetId: name }) })).default([]),
  nextPageToken: z.string().optional(),
});
const dataset = z.object({
  location,
  defaultTableExpirationMs: int64,
  isCaseInsensitive: z.boolean().optional().catch(undefined),
  creationTime: int64,
});
const tables = z.object({
  tables: z
    .array(
      z.object({
        tableReference: z.object({ tableId: name }),
        type: z.string().default('TABLE'),
        creationTime: int64,
      }),
    )
    .default([]),
  nextPageToken: z.string().optional(),
});
const permissions = z.object({ permissions: z.array(z.string().max(200)).default([]) });
const rows = z.object({ rows: z.array(z.unknown()).default([]) });

export function readPermissions(body: unknown): string[] | undefined {
  return permissions.safeParse(body).data?.permissions;
}

export function countRows(body: unknown): number | undefined {
  return rows.safeParse(body).data?.rows.length;
}

export function readDatasets(body: unknown): Listed<string> | undefined {
  const read = datasets.safeParse(body).data;
  return (
    read && {
      items: read.datasets.map((item) => item.datasetReference.datasetId),
      nextPageToken: read.nextPageToken,
    }
  );
}

export function readDataset(body: unknown): DatasetFacts | undefined {
  const read = dataset.safeParse(body).data;
  if (!read) return undefined;
  const { creationTime, ...facts } = read;
  return { ...facts, createdAt: dateOf(creationTime) };
}

export function readTables(body: unknown): Listed<TableSummary> | undefined {
  const read = tables.safeParse(body).data;
  return (
    read && {
      items: read.tables.map(({ tableReference, type: kind, creationTime }) => ({
        table: tableReference.tableId,
        kind,
        createdAt: dateOf(creationTime),
      })),
      nextPageToken: read.nextPageToken,
    }
  );
}
