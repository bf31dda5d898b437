import * as z from 'zod';
import type { Column, PartitionFacts, TableFacts } from '../../ports/warehouse.ts';
import { dateOf, int64, location, name } from './lenient.ts';

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
  expirationMs: int64,
});
const hive = z.object({
  fields: z.array(name).default([]),
  requirePartitionFilter: z.boolean().default(false),
});
const table = z.object({
  type: z.string().max(100),
  schema: z.object({ fields: z.array(field).default([]) }).optional(),
  numRows: int64,
  numBytes: int64,
  creationTime: int64,
  expirationTime: int64,
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
export function readTable(body: unknown): TableFacts | undefined {
  const read = table.safeParse(body).data;
  if (!read) return undefined;
  return {
    kind: read.type,
    sourceFormat: read.externalDataConfiguration?.sourceFormat,
    columns: (read.schema?.fields ?? []).map(readColumn),
    rows: read.numRows,
    bytes: read.numBytes,
    createdAt: dateOf(read.creationTime),
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
