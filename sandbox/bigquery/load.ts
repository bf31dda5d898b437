import * as z from 'zod';
import { type Answer, type Call, parseJson } from '../http/call.ts';
import { accessDenied, invalid, notFound, refused } from '../http/google-refusal.ts';
import type { Caller } from '../identity/accounts.ts';
import type { Row } from '../world/field.ts';
import { readObject } from '../world/read-value.ts';
import { legacyName, type Table, type TableName } from '../world/table.ts';
import type { Google } from './google.ts';
import { createTable, givenSchema, readFields } from './insert-table.ts';
import { jobResource } from './job-resource.ts';
import { JobFailure } from './job-store.ts';
import type { LoadOutcome } from './job.ts';
import { requireJobs } from './start-query.ts';
import { tableDenied } from './table-access.ts';
import { readUpload } from './upload.ts';

const load = z.object({
  destinationTable: z.object({
    projectId: z.string().optional(),
    datasetId: z.string(),
    tableId: z.string(),
  }),
  sourceFormat: z.string().default('CSV'),
  schema: givenSchema.optional(),
  createDisposition: z.enum(['CREATE_IF_NEEDED', 'CREATE_NEVER']).default('CREATE_IF_NEEDED'),
  writeDisposition: z
    .enum(['WRITE_APPEND', 'WRITE_TRUNCATE', 'WRITE_EMPTY'])
    .default('WRITE_APPEND'),
  /** Here an instant as RFC 3339 writes it, other than in tables.insert. */
  destinationTableProperties: z
    .object({ expirationTime: z.iso.datetime({ offset: true }).optional() })
    .optional(),
});
type Load = z.infer<typeof load>;

const loadJob = z.object({
  jobReference: z
    .object({ jobId: z.string().optional(), location: z.string().optional() })
    .default({}),
  configuration: z.object({ labels: z.record(z.string(), z.string()).optional(), load }),
});

/** jobs.insert by upload: rows as newline-delimited JSON into a table, which it may make. */
export function insertLoadJob(google: Google, call: Call, caller: Caller): Answer {
  const { metadata, media } = readUpload(call);
  const { jobReference, configuration } = parseJson(metadata, loadJob);
  const project = call.part('project');
  requireJobs(google, project, caller);
  const asked = configuration.load;
  if (asked.sourceFormat !== 'NEWLINE_DELIMITED_JSON') {
    throw invalid('The sandbox loads the sourceFormat NEWLINE_DELIMITED_JSON only.');
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
  const loaded = readRows(table, media.toString());
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
  const expires = asked.destinationTableProperties?.expirationTime;
  return createTable(google, name, caller, {
    fields,
    ...(expires !== undefined && { expiresAt: new Date(expires) }),
  });
}

function readRows({ fields }: Table, text: string): Row[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, index) => {
    try {
      const row: unknown = JSON.parse(line);
      if (typeof row !== 'object' || row === null)
        throw new RangeError('Value encountered without start of object');
      return readObject(fields, row);
    } catch (error) {
      const complaint =
        error instanceof RangeError ? error.message : 'Parser terminated before end of string';
      throw new JobFailure({
        reason: 'invalid',
        message: `Error while reading data, error message: JSON table encountered too many errors, giving up. Rows: ${String(index + 1)}; errors: 1. JSON processing encountered too many errors: ${complaint}`,
      });
    }
  });
}
