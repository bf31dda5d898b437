import type { NewTable, OpenWarehouse, TableName, Warehouse } from '../../ports/warehouse.ts';
import { describedTable } from './answer-masks.ts';
import { bigqueryCalls } from './bigquery-calls.ts';
import { cancelJob } from './cancel-job.ts';
import { type Endpoints, google } from './endpoints.ts';
import { readDryRun } from './job-answers.ts';
import { loadJobOf, loadRows } from './load-rows.ts';
import {
  countRows,
  readDataset,
  readDatasets,
  readPermissions,
  readTables,
} from './metadata-answers.ts';
import { readTable } from './table-answer.ts';
import { runQuery } from './run-query.ts';
import { untilStopped } from './until-stopped.ts';

/** BigQuery over its REST API (https://cloud.google.com/bigquery/docs/reference/rest). */
export function bigqueryWarehouse(endpoints: Endpoints = google): OpenWarehouse {
  return ({ accessToken, jobProject, labels, signal, afterwards }): Warehouse => {
    const ask = bigqueryCalls(accessToken, endpoints, signal);
    const asking = { ask, project: jobProject, signal };
    const labelled = (check: string) => ({ ...labels, check });
    return {
      datasets: (project, { limit, pageToken }) =>
        ask(
          'datasets.list',
          { project, uri: '/datasets', qs: page(limit, pageToken) },
          readDatasets,
        ),
      dataset: ({ project, dataset }) =>
        ask(
          'datasets.get',
          { project, uri: `/datasets/${encodeURIComponent(dataset)}` },
          readDataset,
        ),
      tables: ({ project, dataset }, { limit, pageToken }) =>
        ask(
          'tables.list',
          {
            project,
            uri: `/datasets/${encodeURIComponent(dataset)}/tables`,
            qs: page(limit, pageToken),
          },
          readTables,
        ),
      table: (name, { described } = { described: false }) =>
        ask('tables.get', tableCall(name, described), readTable),
      dryRun: ({ sql, location, check }) =>
        ask(
          'jobs.insert.dryRun',
          {
            method: 'POST',
            project: jobProject,
            uri: '/jobs',
            json: {
              jobReference: { projectId: jobProject, location },
              configuration: {
                dryRun: true,
                labels: labelled(check),
                query: { query: sql, useLegacySql: false },
              },
            },
          },
          readDryRun,
        ),
      query: async (query) =>
        untilStopped(runQuery(asking, labelled(query.check), query), 'jobs.query', {
          signal,
          afterwards,
        }),
      permissionsOnTable: (name, permissions) =>
        ask(
          'testIamPermissions',
          {
            method: 'POST',
            project: name.project,
            uri: `${pathOf(name)}:testIamPermissions`,
            json: { permissions },
          },
          readPermissions,
        ),
      createTable: (table) =>
        ask(
          'tables.insert',
          {
            method: 'POST',
            project: table.table.project,
            uri: `/datasets/${encodeURIComponent(table.table.dataset)}/tables`,
            json: resourceOf(table),
            lasts: 'once-begun',
          },
          () => true as const,
        ),
      expireTable: ({ table, expiresAt }) =>
        ask(
          'tables.patch',
          {
            method: 'PATCH',
            project: table.project,
            uri: pathOf(table),
            json: { expirationTime: String(expiresAt.getTime()) },
          },
          () => true as const,
        ),
      load: (load) => loadRows(asking, labelled(load.check), load),
      loadJob: (job) => loadJobOf(asking, job),
      cancelLoad: async (job) => {
        await cancelJob(asking, job);
      },
      readRows: (name, maxResults) =>
        ask(
          'tabledata.list',
          { project: name.project, uri: `${pathOf(name)}/data`, qs: { maxResults } },
          countRows,
        ),
      deleteTable: (name) =>
        ask(
          'tables.delete',
          { method: 'DELETE', project: name.project, uri: pathOf(name), lasts: 'always' },
          () => true as const,
        ),
    };
  };
}

function resourceOf({ table, description, columns, expiresAt }: NewTable): object {
  return {
    tableReference: { projectId: table.project, datasetId: table.dataset, tableId: table.table },
    description,
    schema: { fields: columns },
    expirationTime: String(expiresAt.getTime()),
  };
}

const tableCall = (name: TableName, described: boolean) => ({
  project: name.project,
  uri: pathOf(name),
  ...(described && { qs: { fields: describedTable } }),
});

const pathOf = ({ dataset, table }: TableName) =>
  `/datasets/${encodeURIComponent(dataset)}/tables/${encodeURIComponent(table)}`;

const page = (maxResults: number, pageToken: string | undefined) => ({
  maxResults,
  ...(pageToken !== undefined && { pageToken }),
});
