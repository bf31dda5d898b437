import { type Answer, type Call, numberIn } from '../http/call.ts';
import { accessDenied, notFound } from '../http/google-refusal.ts';
import type { Caller } from '../identity/accounts.ts';
import type { Dataset } from '../world/world.ts';
import { etagOf, selfLink } from './etag.ts';
import type { Google } from './google.ts';
import { pageOf } from './page.ts';
import { openProject } from './project-gate.ts';

const mostDatasets = 1000;

/** Needs no right: it lists what the caller may see, be it nothing. */
export function listDatasets({ world, access }: Google, call: Call, caller: Caller): Answer {
  const { project } = openProject(world, call.part('project'));
  const visible = world
    .datasets(project)
    .filter((each) =>
      access.may(caller.email, 'bigquery.datasets.get', { project, dataset: each.dataset }),
    );
  const wanted = numberIn(call.query, 'maxResults') ?? mostDatasets;
  const { items, nextPageToken } = pageOf(visible, `datasets ${project}`, {
    maxResults: Math.min(wanted, mostDatasets),
    pageToken: call.query.get('pageToken'),
  });
  const datasets = items.map((each) => ({
    kind: 'bigquery#dataset',
    id: `${project}:${each.dataset}`,
    datasetReference: { projectId: project, datasetId: each.dataset },
    location: each.location,
    ...(each.labels && { labels: each.labels }),
  }));
  return {
    body: {
      kind: 'bigquery#datasetList',
      etag: etagOf(datasets),
      ...(nextPageToken !== undefined && { nextPageToken }),
      ...(datasets.length > 0 && { datasets }),
    },
  };
}

export function getDataset(google: Google, call: Call, caller: Caller): Answer {
  const { project } = openProject(google.world, call.part('project'));
  const id = call.part('dataset');
  const resource = { project, dataset: id };
  if (!google.access.may(caller.email, 'bigquery.datasets.get', resource)) {
    throw datasetDenied('bigquery.datasets.get', resource);
  }
  const dataset = google.world.dataset(project, id);
  if (!dataset) throw notFound(`Dataset ${project}:${id}`);
  return { body: resourceOf(dataset) };
}

export function datasetDenied(
  permission: string,
  { project, dataset }: { project: string; dataset: string },
) {
  const name = `${project}:${dataset}`;
  return accessDenied(
    `Dataset ${name}: Permission ${permission} denied on dataset ${name} (or it may not exist).`,
  );
}

function resourceOf(dataset: Dataset): object {
  const { project, dataset: id, description, defaultTableExpirationMs, createdAt } = dataset;
  const created = String(createdAt.getTime());
  return {
    kind: 'bigquery#dataset',
    etag: etagOf(dataset),
    id: `${project}:${id}`,
    selfLink: selfLink(`projects/${project}/datasets/${id}`),
    datasetReference: { datasetId: id, projectId: project },
    ...(description !== undefined && { description }),
    ...(defaultTableExpirationMs !== undefined && {
      defaultTableExpirationMs: String(defaultTableExpirationMs),
      defaultPartitionExpirationMs: String(defaultTableExpirationMs),
    }),
    ...(dataset.labels && { labels: dataset.labels }),
    access: [{ role: 'OWNER', specialGroup: 'projectOwners' }],
    creationTime: created,
    lastModifiedTime: created,
    location: dataset.location,
    maxTimeTravelHours: '168',
    type: 'DEFAULT',
  };
}
