import type { OpenWarehouse, Warehouse } from '../../ports/warehouse.ts';
import { bigqueryCalls } from './bigquery-calls.ts';
import { type Endpoints, google } from './endpoints.ts';
import { readDryRun } from './job-answers.ts';
import { readDataset, readDatasets, readTable, readTables } from './metadata-answers.ts';
import { runQuery } from './run-query.ts';

/** BigQuery over its REST API (https://cloud.google.com/bigquery/docs/reference/rest). */
export function bigqueryWarehouse(endpoints: Endpoints = google): OpenWarehouse {
  return ({ accessToken, jobProject, labels, signal }): Warehouse => {
    const ask = bigqueryCalls(accessToken, endpoints.bigquery, signal);
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
      table: ({ project, dataset, table }) =>
        ask(
          'tables.get',
          {
            project,
            uri: `/datasets/${encodeURIComponent(dataset)}/tables/${encodeURIComponent(table)}`,
          },
          readTable,
        ),
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
      query: (query) => runQuery(ask, jobProject, labelled(query.check), query, signal),
    };
  };
}

const page = (maxResults: number, pageToken: string | undefined) => ({
  maxResults,
  ...(pageToken !== undefined && { pageToken }),
});
