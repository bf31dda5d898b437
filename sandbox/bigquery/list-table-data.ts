import { type Answer, type Call, numberIn } from '../http/call.ts';
import { accessDenied, invalid } from '../http/google-refusal.ts';
import type { Caller } from '../identity/accounts.ts';
import { refuseTagged } from '../query/protect-columns.ts';
import { legacyName } from '../world/table.ts';
import { restRow, timestampFormat } from './cell.ts';
import { etagOf } from './etag.ts';
import type { Google } from './google.ts';
import { pageOf } from './page.ts';
import { tableFor, tableNameOf } from './table-access.ts';

const mostRows = 100_000;

/** Rows as they are stored, without a job. */
export function listTableData(google: Google, call: Call, caller: Caller): Answer {
  const table = tableFor(google, 'bigquery.tables.getData', tableNameOf(call.part), caller);
  if (table.view ?? table.sheet) throw invalid(`Cannot list a table of type ${table.kind}.`);
  if (table.rowPolicies) {
    const name = legacyName(table);
    throw accessDenied(
      `Table ${name}: User does not have full access for table ${name} due to row access policies.`,
    );
  }
  const selected = call.query.get('selectedFields')?.split(',');
  const indexes = [...table.fields.keys()].filter(
    (index) => selected?.includes(table.fields[index]?.name ?? '') ?? true,
  );
  const fields = table.fields.filter((_, index) => indexes.includes(index));
  refuseTagged(table, fields, google.access, caller);
  const rows = table.rows();
  const { items, nextPageToken } = pageOf(rows, `data ${legacyName(table)}`, {
    maxResults: Math.min(numberIn(call.query, 'maxResults') ?? mostRows, mostRows),
    pageToken: call.query.get('pageToken'),
    startIndex: numberIn(call.query, 'startIndex'),
  });
  const format = timestampFormat(
    call.query.get('formatOptions.useInt64Timestamp') === 'true',
    call.query.get('formatOptions.timestampOutputFormat'),
  );
  return {
    body: {
      kind: 'bigquery#tableDataList',
      etag: etagOf([legacyName(table), table.modifiedAt]),
      totalRows: String(rows.length),
      ...(nextPageToken !== undefined && { pageToken: nextPageToken }),
      ...(items.length > 0 && {
        rows: items.map((row) =>
          restRow(
            fields,
            indexes.map((index) => row[index] ?? null),
            format,
          ),
        ),
      }),
    },
  };
}
