import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** What of the Cloud SDK the sandbox is measured by. */
export interface CloudSdk {
  /** Google's own description of BigQuery's REST API. */
  discoveryDocument: string;
  bq: string;
}

/** Where it lies; undefined without it. Told by its folder, for gcloud itself takes a second to tell it. */
export function cloudSdk(): CloudSdk | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const gcloud = folders.map((folder) => join(folder, 'gcloud')).find((path) => existsSync(path));
  if (gcloud === undefined) return undefined;
  const bin = dirname(realpathSync(gcloud));
  const found = {
    discoveryDocument: join(bin, '../platform/bq/discovery_next/bigquery.json'),
    bq: join(bin, 'bq'),
  };
  return existsSync(found.discoveryDocument) && existsSync(found.bq) ? found : undefined;
}

/** Where it lies; refuses with what is missing. */
export function requireCloudSdk(): CloudSdk {
  const found = cloudSdk();
  if (!found) {
    throw new Error(
      'This needs the Cloud SDK with bq: https://cloud.google.com/sdk/docs/install, its bin folder in PATH.',
    );
  }
  return found;
}
