import { type Answer, parseJson } from '../http/call.ts';
import { accessDenied, invalid, notFound, refused } from '../http/google-refusal.ts';
import type { Caller } from '../identity/accounts.ts';
import type { Field, Row } from '../world/field.ts';
import { legacyName, type Table, type TableName } from '../world/table.ts';
import type { Google } from './google.ts';
import { createTable, readFields } from './insert-table.ts';
import { jobResource } from './job-resource.ts';
import type { LoadOutcome } from './job.ts';
import { type Load, loadJob } from './load-request.ts';
import { readCsvRows } from './read-csv-rows.ts';
import { readJsonRows } from './read-json-rows.ts';
import { requireJobs } from './start-query.ts';
import { tableDenied } from './table-access.ts';
import type { Upload } from './upload.ts';

/** jobs.insert by upload: rows into a table, which it may make. */
export function insertLoadJob(
  google: Google,
  project: string,
  { metadata, media }: Upload,
  caller: Caller,
): Answer {
  const { jobReference, configuration } = parseJson(metadata, loadJob);
  requireJobs(google, project, caller);
  const asked = configuration.load;
  if (!(asked.sourceFormat in formats)) {
    throw invalid(
      `The sandbox loads the source formats ${Object.keys(formats).join(' and ')} only.`,
    );
  }
  const { projectId = project, datasetId: dataset, tableId: table } = asked.destinationTable;
  const name = { project: projectId, dataset, table };
  const location = locationOf(google, name, jobReference.location?.toUpperCase());
  const started = {
    project,
    jobId: jobReference.jobId,
    email: caller.email,
    location,
    configuration: { jobType: 'LOAD', ...configuration },
  };
  const job = google.jobs.begin(started, () =>
    Promise.resolve().then(() => loadRows(google, name, asked, media, caller)),
  );
  return { body: jobResource(job) };
}

type ReadRows = (fields: Field[], text: string, options: Load) => Row[];
const formats: Record<string, ReadRows> = {
  NEWLINE_DELIMITED_JSON: readJsonRows,
  CSV: readCsvRows,
};

function locationOf({ world }: Google, name: TableName, wanted: string | undefined): string {
  const location = world.dataset(name.project, name.dataset)?.location;
  if (location === undefined || (wanted !== undefined && wanted !== location)) {
    const where = wanted === undefined ? '' : ` was not found in location ${wanted}`;
    throw notFound(`Dataset ${name.project}:${name.dataset}${where}`);
  }
  return location;
}

/** All rows or none. */
function loadRows(
  google: Google,
  name: TableName,
  asked: Load,
  media: Buffer,
  caller: Caller,
): LoadOutcome {
  const table = destination(google, name, asked, caller);
  const before = asked.writeDisposition === 'WRITE_TRUNCATE' ? [] : table.rows();
  if (asked.writeDisposition === 'WRITE_EMPTY' && before.length > 0) {
    throw refused({
      code: 409,
      reason: 'duplicate',
      message: `Already Exists: Table ${legacyName(name)}`,
    });
  }
  const loaded = formats[asked.sourceFormat]?.(table.fields, media.toString(), asked) ?? [];
  const rows = [...before, ...loaded];
  google.world.put({ ...table, rows: () => rows, modifiedAt: google.now() });
  return {
    type: 'load',
    inputFileBytes: media.length,
    outputRows: loaded.length,
    outputBytes: media.length,
  };
}

function destination(google: Google, name: TableName, asked: Load, caller: Caller): Table {
  const existing = google.world.table(name);
  if (existing) {
    const may = google.access.may(caller.email, 'bigquery.tables.updateData', name);
    if (!may) throw tableDenied('bigquery.tables.updateData', name);
    if (existing.kind !== 'TABLE') {
      throw accessDenied(`Table ${legacyName(name)}: ${existing.kind} cannot be a destination.`);
    }
    return existing;
  }
  if (asked.createDisposition === 'CREATE_NEVER') throw notFound(`Table ${legacyName(name)}`);
  const fields = readFields(asked.schema?.fields ?? []);
  if (fields.length === 0) throw invalid('No schema specified on job or table.');
  const { expirationTime: expires, description } = asked.destinationTableProperties ?? {};
  return createTable(google, name, caller, {
    fields,
    ...(expires !== undefined && { expiresAt: new Date(expires) }),
    ...(description !== undefined && { description }),
  });
}
