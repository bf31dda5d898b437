import * as z from 'zod';
import type {
  Column,
  DatasetFacts,
  Listed,
  TableFacts,
  TableSummary,
} from '../../ports/warehouse.ts';

/** BigQuery's answers about datasets and tables, read leniently: int64 come as strings (https://cloud.google.com/bigquery/docs/reference/rest). */
const int64 = z.coerce.number().pipe(z.int().nonnegative());
const name = z.string().max(1024);

const datasets = z.object({
  datasets: z.array(z.object({ datasetReference: z.object({ datasetId: name }) })).default([]),
  nextPageToken: z.string().optional(),
});
const dataset = z.object({
  location: z.string().max(100),
  defaultTableExpirationMs: int64.optional(),
});
const tables = z.object({
  tables: z
    .array(
      z.object({ tableReference: z.object({ tableId: name }), type: z.string().default('TABLE') }),
    )
    .default([]),
  nextPageToken: z.string().optional(),
});
const field = z.object({
  name,
  type: z.string().max(100),
  mode: z.string().max(100).default('NULLABLE'),
  description: z.string().optional(),
  policyTags: z.object({ names: z.array(z.string()).default([]) }).optional(),
});
const partitioning = z.object({
  type: z.string().max(20).default('DAY'),
  field: name.optional(),
  requirePartitionFilter: z.boolean().optional(),
});
const table = z.object({
  type: z.string().max(100),
  schema: z.object({ fields: z.array(field).default([]) }).optional(),
  numRows: int64.optional(),
  numBytes: int64.optional(),
  expirationTime: int64.optional(),
  location: z.string().max(100).optional(),
  externalDataConfiguration: z.object({ sourceFormat: z.string().max(100).optional() }).optional(),
  requirePartitionFilter: z.boolean().optional(),
  timePartitioning: partitioning.optional(),
  rangePartitioning: z.object({ field: name.optional() }).optional(),
});
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
  return dataset.safeParse(body).data;
}

export function readTables(body: unknown): Listed<TableSummary> | undefined {
  const read = tables.safeParse(body).data;
  return (
    read && {
      items: read.tables.map((item) => ({ table: item.tableReference.tableId, kind: item.type })),
      nextPageToken: read.nextPageToken,
    }
  );
}

export function readTable(body: unknown): TableFacts | undefined {
  const read = table.safeParse(body).data;
  if (!read) return undefined;
  const { timePartitioning: byTime, rangePartitioning: byRange } = read;
  const filterRequired = read.requirePartitionFilter ?? byTime?.requirePartitionFilter ?? false;
  return {
    kind: read.type,
    sourceFormat: read.externalDataConfiguration?.sourceFormat,
    columns: (read.schema?.fields ?? []).map(readColumn),
    rows: read.numRows,
    bytes: read.numBytes,
    expiresAt: read.expirationTime === undefined ? undefined : new Date(read.expirationTime),
    location: read.location,
    ...((byTime ?? byRange) && {
      partition: {
        filterRequired,
        column: byTime?.field ?? byRange?.field,
        unit: byTime ? byTime.type : 'RANGE',
      },
    }),
  };
}

function readColumn({ policyTags, ...column }: z.infer<typeof field>): Column {
  return { ...column, policyTags: policyTags?.names ?? [] };
}
