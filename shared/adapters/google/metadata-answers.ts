import * as z from 'zod';
import type {
  Column,
  DatasetFacts,
  Listed,
  PartitionFacts,
  TableFacts,
  TableSummary,
} from '../../ports/warehouse.ts';

/** BigQuery's answers about datasets and tables, read leniently: int64 come as strings (https://cloud.google.com/bigquery/docs/reference/rest). */
const int64 = z.coerce.number().pipe(z.int().nonnegative());
const name = z.string().max(1024);
/** A region's or multi-region's id (https://cloud.google.com/bigquery/docs/locations); what is none is not passed on. */
const location = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{1,49}$/);

const datasets = z.object({
  datasets: z.array(z.object({ datasetReference: z.object({ datasetId: name }) })).default([]),
  nextPageToken: z.string().optional(),
});
const dataset = z.object({
  location,
  defaultTableExpirationMs: int64.optional(),
  defaultPartitionExpirationMs: int64.optional(),
});
const tables = z.object({
  tables: z
    .array(
      z.object({
        tableReference: z.object({ tableId: name }),
        type: z.string().default('TABLE'),
        creationTime: int64.optional(),
      }),
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
  expirationMs: int64.optional(),
});
const hive = z.object({
  fields: z.array(name).default([]),
  requirePartitionFilter: z.boolean().default(false),
});
const table = z.object({
  type: z.string().max(100),
  schema: z.object({ fields: z.array(field).default([]) }).optional(),
  numRows: int64.optional(),
  numBytes: int64.optional(),
  expirationTime: int64.optional(),
  location: location.optional().catch(undefined),
  externalDataConfiguration: z
    .object({
      sourceFormat: z.string().max(100).optional(),
      hivePartitioningOptions: hive.optional(),
    })
    .optional(),
  requirePartitionFilter: z.boolean().optional(),
  timePartitioning: partitioning.optional(),
  rangePartitioning: z.object({ field: name.optional() }).optional(),
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
  return dataset.safeParse(body).data;
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

export function readTable(body: unknown): TableFacts | undefined {
  const read = table.safeParse(body).data;
  if (!read) return undefined;
  return {
    kind: read.type,
    sourceFormat: read.externalDataConfiguration?.sourceFormat,
    columns: (read.schema?.fields ?? []).map(readColumn),
    rows: read.numRows,
    bytes: read.numBytes,
    expiresAt: dateOf(read.expirationTime),
    location: read.location,
    partition: partitionOf(read),
  };
}

function partitionOf({
  requirePartitionFilter,
  timePartitioning: byTime,
  rangePartitioning: byRange,
  externalDataConfiguration,
}: z.infer<typeof table>): PartitionFacts | undefined {
  const folders = externalDataConfiguration?.hivePartitioningOptions;
  if (folders) {
    const { requirePartitionFilter: filterRequired, fields } = folders;
    return { filterRequired, column: fields[0], unit: 'FOLDER' };
  }
  if (!byTime && !byRange) return undefined;
  return {
    filterRequired: requirePartitionFilter ?? byTime?.requirePartitionFilter ?? false,
    column: byTime?.field ?? byRange?.field,
    unit: byTime ? byTime.type : 'RANGE',
    expirationMs: byTime?.expirationMs,
  };
}

function readColumn({ policyTags, ...column }: z.infer<typeof field>): Column {
  return { ...column, policyTags: policyTags?.names ?? [] };
}

function dateOf(ms: number | undefined): Date | undefined {
  return ms === undefined ? undefined : new Date(ms);
}
