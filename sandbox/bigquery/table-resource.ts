import { tableBytes, tableRows } from '../world/table-size.ts';
import { legacyName, type Table } from '../world/table.ts';
import type { Dataset } from '../world/world.ts';
import { etagOf, selfLink } from './etag.ts';

/** https://cloud.google.com/bigquery/docs/reference/rest/v2/tables#Table */
export function tableResource(table: Table, { location }: Dataset): object {
  const { project, dataset, table: id, fields, labels, description } = table;
  const bytes = String(tableBytes(table));
  const size = {
    numBytes: bytes,
    numLongTermBytes: '0',
    numTotalLogicalBytes: bytes,
    numActiveLogicalBytes: bytes,
    numLongTermLogicalBytes: '0',
    numRows: String(tableRows(table)),
  };
  const described = {
    id: legacyName(table),
    tableReference: referenceOf(table),
    ...(description !== undefined && { description }),
    ...(labels && { labels }),
    schema: { fields },
    ...size,
    ...timesOf(table),
    type: table.kind,
    location,
    ...partitioningOf(table),
    ...(table.clustering && { clustering: { fields: table.clustering } }),
    ...definitionOf(table),
  };
  return {
    kind: 'bigquery#table',
    etag: etagOf(described),
    selfLink: selfLink(`projects/${project}/datasets/${dataset}/tables/${id}`),
    ...described,
  };
}

/** The short form of a list. */
export function tableListItem(table: Table): object {
  const { view, labels, clustering, createdAt, expiresAt } = table;
  return {
    kind: 'bigquery#table',
    id: legacyName(table),
    tableReference: referenceOf(table),
    type: table.kind,
    ...(labels && { labels }),
    ...partitioningOf(table),
    ...(clustering && { clustering: { fields: clustering } }),
    ...(view && { view: { useLegacySql: false } }),
    creationTime: String(createdAt.getTime()),
    ...(expiresAt && { expirationTime: String(expiresAt.getTime()) }),
  };
}

export function referenceOf({ project, dataset, table }: Table): object {
  return { projectId: project, datasetId: dataset, tableId: table };
}

function timesOf({ createdAt, modifiedAt, expiresAt }: Table): object {
  return {
    creationTime: String(createdAt.getTime()),
    lastModifiedTime: String(modifiedAt.getTime()),
    ...(expiresAt && { expirationTime: String(expiresAt.getTime()) }),
  };
}

function partitioningOf({ partitioning }: Table): object {
  if (!partitioning) return {};
  const { type, column, filterRequired } = partitioning;
  return {
    timePartitioning: {
      type,
      ...(column !== undefined && { field: column }),
      ...(filterRequired && { requirePartitionFilter: true }),
    },
    ...(filterRequired && { requirePartitionFilter: true }),
  };
}

function definitionOf({ kind, view, sheet, fields, project, dataset, createdAt }: Table): object {
  if (kind === 'MATERIALIZED_VIEW' && view) {
    return {
      materializedView: { query: view.query, enableRefresh: true, refreshIntervalMs: '1800000' },
    };
  }
  if (view) return { view: { query: view.query, useLegacySql: false } };
  if (sheet) {
    return {
      externalDataConfiguration: {
        sourceUris: [sheet.uri],
        sourceFormat: 'GOOGLE_SHEETS',
        schema: { fields },
        googleSheetsOptions: { skipLeadingRows: '1' },
      },
    };
  }
  if (kind === 'SNAPSHOT') {
    return {
      snapshotDefinition: {
        baseTableReference: { projectId: project, datasetId: dataset, tableId: 'subscribers' },
        snapshotTime: createdAt.toISOString(),
      },
    };
  }
  return {};
}
